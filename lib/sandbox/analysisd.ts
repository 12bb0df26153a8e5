/*
 * Owns the stand-in for bin/wazuh-analysisd: `analysisd.ts <sandbox> -t [-D dir] [-c file]`, which only tests a
 * configuration, as the real one does (wazuh-facts §6.3): everything it writes is below the directory of -D.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openManagerLog } from './control/manager-log.ts';
import { testAnalysisd } from './control/test-config.ts';
import { readSettings } from './sandbox-settings.ts';

const hangMilliseconds = 10 * 60 * 1000;

async function main(): Promise<number> {
  const [home = '', ...words] = process.argv.slice(2);
  const options = { t: { type: 'boolean', short: 't' }, D: { type: 'string', short: 'D' } } as const;
  const { values } = parseArgs({ args: words, options: { ...options, c: { type: 'string', short: 'c' } } });
  if (!values.t) {
    console.error('wazuh-analysisd: the stand-in of the sandbox only tests: -t [-D dir] [-c file]');
    return 1;
  }
  const directory = resolve(values.D ?? home);
  const config = readFileSync(resolve(directory, values.c ?? 'etc/ossec.conf'));
  const { ownCheck } = readSettings(home);
  if (ownCheck === 'hangs') await sleep(hangMilliseconds);
  const log = openManagerLog(directory, 0);
  const say = (line: string) => console.error(line);
  if (ownCheck === 'refuses' && !config.equals(readFileSync(join(home, 'etc/ossec.conf')))) {
    say(log.write('wazuh-analysisd', 'ERROR', '(1230): Invalid element in the configuration: refused-on-purpose.'));
    say(log.write('wazuh-analysisd', 'CRITICAL', "(1202): Configuration error at 'etc/ossec.conf'."));
    return 1;
  }
  return testAnalysisd({ directory, config, log, say }) ? 0 : 1;
}

process.exitCode = await main();

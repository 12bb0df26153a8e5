/*
 * Owns the test before a start: the core's verdict, said in the daemons' words, and ar.conf rewritten as every test
 * does (wazuh-facts §5.2). Does not decide what a configuration means.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfig, type Verdict } from '../../ossec/index.ts';
import type { ManagerLog } from './manager-log.ts';

const restartEntries = [
  'restart-ossec0 - restart-ossec.sh - 0',
  'restart-ossec0 - restart-ossec.cmd - 0',
  'restart-wazuh0 - restart-ossec.sh - 0',
  'restart-wazuh0 - restart-ossec.cmd - 0',
  'restart-wazuh0 - restart-wazuh - 0',
  'restart-wazuh0 - restart-wazuh.exe - 0',
];

export type ConfigTest = {
  verdict: Verdict;
  /** The daemon that refused, null when all accept. */
  refusedBy: string | null;
};

/** Tests etc/ossec.conf; what the daemons say goes to the log and, line by line, to `say`. */
export function testConfig(directory: string, log: ManagerLog, say: (line: string) => void): ConfigTest {
  const config = readConfig(directory);
  const verdict = checkConfig(config);
  if (!verdict.xml.ok) {
    // csyslogd is asked first and only reads the XML: ar.conf is not touched (§5.3).
    for (const text of verdict.errors) say(log.write('wazuh-csyslogd', 'ERROR', text));
    return { verdict, refusedBy: 'wazuh-csyslogd' };
  }
  if (!verdict.execd.starts) {
    for (const level of ['ERROR', 'CRITICAL'] as const) say(log.write('wazuh-execd', level, configurationError));
    return { verdict, refusedBy: 'wazuh-execd' };
  }
  return { verdict, refusedBy: testAnalysisd({ directory, config, log, say }) ? null : 'wazuh-analysisd' };
}

type AnalysisdTest = { directory: string; config: Uint8Array; log: ManagerLog; say: (line: string) => void };

/** What analysisd alone says of a configuration; it rewrites ar.conf below `directory` before it reads. True: accepted. */
export function testAnalysisd({ directory, config, log, say }: AnalysisdTest): boolean {
  const verdict = checkConfig(config);
  writeFileSync(join(directory, 'etc/shared/ar.conf'), renderArConf(verdict), { mode: 0o640 });
  if (verdict.accepted) return true;
  for (const text of verdict.errors) say(log.write('wazuh-analysisd', 'ERROR', text));
  say(log.write('wazuh-analysisd', 'CRITICAL', configurationError));
  return false;
}

const configurationError = "(1202): Configuration error at 'etc/ossec.conf'.";

/** The six fixed lines and the file's own; only those before the mistake when it has one. */
function renderArConf(verdict: Verdict): string {
  return `${restartEntries.join('\n')}\n${verdict.arConf}`;
}

function readConfig(directory: string): Uint8Array {
  try {
    return readFileSync(join(directory, 'etc/ossec.conf'));
  } catch {
    return new Uint8Array();
  }
}

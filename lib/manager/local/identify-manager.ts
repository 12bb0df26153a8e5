/*
 * Owns what an installation says about itself: flavour, version, paths.
 * Does not judge whether Riposte supports that version.
 */
import { access, readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ManagerIdentity } from '../manager.ts';
import { chooseRestartProgram, readOutput } from './choose-restart-program.ts';

/** ossec only when there is an ossec-control and no wazuh-control. */
export async function loadFlavour(directory: string): Promise<ManagerIdentity['flavour']> {
  const has = (name: string) =>
    access(join(directory, 'bin', name)).then(
      () => true,
      () => false,
    );
  return !(await has('wazuh-control')) && (await has('ossec-control')) ? 'ossec' : 'wazuh';
}

/** Reads the installation anew; only the slow question for an old version is remembered by its control program. */
export async function identifyManager(directory: string, sandbox: boolean): Promise<ManagerIdentity> {
  const flavour = await loadFlavour(directory);
  const program = await chooseRestartProgram(directory, flavour);
  return {
    directory,
    hostname: sandbox ? 'wazuh-sandbox' : hostname(),
    flavour,
    version: (await loadVersionFile(directory)) ?? (await askVersion(join(directory, 'bin', `${flavour}-control`))),
    sandbox,
    configPath: join(directory, 'etc/ossec.conf'),
    logPath: join(directory, 'logs/ossec.log'),
    scriptsPath: join(directory, 'active-response/bin'),
    restartCommand: program && [program.file, ...program.args].join(' '),
  };
}

/** VERSION.json exists since 4.12, older installations have etc/ossec-init.conf or neither. */
async function loadVersionFile(directory: string): Promise<string | null> {
  const json = await readFile(join(directory, 'VERSION.json'), 'utf8').catch(() => '');
  const init = await readFile(join(directory, 'etc/ossec-init.conf'), 'utf8').catch(() => '');
  return /"version"\s*:\s*"v?(\d[\w.]*)"/.exec(json)?.[1] ?? /^VERSION="v?(\d[\w.]*)"/m.exec(init)?.[1] ?? null;
}

const answers = new Map<string, Promise<string | null>>();

async function askVersion(control: string): Promise<string | null> {
  const changed = await stat(control).then(
    (found) => found.mtimeMs,
    () => null,
  );
  if (changed === null) return null;
  const question = `${control} ${changed}`;
  const answer = answers.get(question) ?? runInfo(control);
  answers.set(question, answer);
  return answer;
}

async function runInfo(control: string): Promise<string | null> {
  return /v?(\d+\.\d[\w.]*)/.exec(await readOutput({ file: control, args: ['info', '-v'] }))?.[1] ?? null;
}

/*
 * Owns the adapter over an installation in a directory of this host: real or sandbox, it does the same.
 * Composes the readers and writers of this folder; each knows one thing, this file only which path each gets.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Manager, ManagerIdentity, RestartEvent, SaveOutcome } from '../manager.ts';
import { chooseRestartProgram } from './choose-restart-program.ts';
import type { FileSystem } from './file-system.ts';
import { followLog, loadLogEnd } from './follow-log.ts';
import { identifyManager, loadFlavour } from './identify-manager.ts';
import { inspectManager } from './inspect-manager.ts';
import { createAgentLoader } from './load-agents.ts';
import { loadConfig } from './load-config.ts';
import { loadControlLock } from './load-control-lock.ts';
import { loadDaemons } from './load-daemons.ts';
import { loadHostAddresses, loadMadeUpAddresses } from './load-host-addresses.ts';
import { loadPendingBlocks } from './load-pending-blocks.ts';
import { loadRuleFiles } from './load-rule-files.ts';
import { loadRunningResponses } from './load-running-responses.ts';
import { loadScripts } from './load-scripts.ts';
import { readTail } from './read-tail.ts';
import { runOwnCheck } from './run-own-check.ts';
import { runProgram } from './run-program.ts';
import { saveConfig } from './save-config.ts';

export type LocalManagerOptions = {
  /** The installation directory, e.g. /var/ossec. */
  directory: string;
  sandbox: boolean;
  /** After this long a restart is stopped and reported as timed out. */
  restartTimeoutSeconds?: number;
  /** After this long Wazuh's own check is given up. */
  checkTimeoutSeconds?: number;
  /** How a save touches the disk: replaced by tests that make it fail or die. */
  fs?: FileSystem;
};

const identityLastsMilliseconds = 5000;
/** Weeks of runs on the manager itself; every page that asks reads it anew. */
const responseLogBytes = 2 * 1024 * 1024;

/** An adapter for the installation at `directory`. Reads nothing yet. */
export function createLocalManager(options: LocalManagerOptions): Manager {
  const { sandbox, restartTimeoutSeconds = 180, checkTimeoutSeconds, fs } = options;
  const directory = resolve(options.directory);
  const path = (relative: string) => join(directory, relative);
  const loadAgents = createAgentLoader(directory);
  let identity: { at: number; answer: Promise<ManagerIdentity> } | null = null;
  let lastSave: Promise<unknown> = Promise.resolve();

  // Every page asks; the answer needs a run of systemctl and hardly ever changes.
  function identify(): Promise<ManagerIdentity> {
    if (!identity || Date.now() - identity.at > identityLastsMilliseconds)
      identity = { at: Date.now(), answer: identifyManager(directory, sandbox) };
    return identity.answer;
  }

  async function* restart(signal?: AbortSignal): AsyncGenerator<RestartEvent> {
    const program = await chooseRestartProgram(directory, await loadFlavour(directory));
    if (program) return yield* runProgram(program, { timeoutSeconds: restartTimeoutSeconds, signal, survives: true });
    const line = `Cannot restart the manager. There is no control program in ${path('bin')}.`;
    yield { kind: 'output', stream: 'stderr', line };
    yield { kind: 'exited', code: null, signal: null, timedOut: false };
  }

  return {
    identify,
    loadConfig: () => loadConfig(path('etc/ossec.conf')),
    saveConfig(request) {
      // One at a time: of two saves over the same bytes, the second is a conflict, never a mix.
      const save: Promise<SaveOutcome> = lastSave.then(() => saveConfig(path('etc/ossec.conf'), request, fs));
      lastSave = save.catch(() => undefined);
      return save;
    },
    loadDaemons: async () => loadDaemons(directory, await loadFlavour(directory)),
    loadAgents,
    loadScripts: () => loadScripts(path('active-response/bin')),
    loadArConf: () => readFile(path('etc/shared/ar.conf'), 'utf8').catch(() => null),
    loadRuleFiles: () => loadRuleFiles(directory),
    runOwnCheck: async (bytes) =>
      runOwnCheck({ directory, identity: await identify(), bytes, timeoutSeconds: checkTimeoutSeconds }),
    loadRunningResponses: () => loadRunningResponses(directory),
    loadControlLock: () => loadControlLock(directory),
    inspect: async () => inspectManager(directory, await loadFlavour(directory)),
    loadPendingBlocks: () => loadPendingBlocks(directory),
    loadResponseLog: () => readTail(path('logs/active-responses.log'), responseLogBytes),
    loadHostAddresses: () =>
      sandbox ? loadMadeUpAddresses(path('etc/riposte-sandbox-host.json')) : loadHostAddresses(),
    restart,
    logEnd: () => loadLogEnd(path('logs/ossec.log')),
    followLog: (offset, signal) => followLog(path('logs/ossec.log'), offset, signal),
  };
}

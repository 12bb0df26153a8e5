/*
 * Owns which manager this process works on, from the environment. The only place that picks an adapter.
 * Knows nothing about what is done with it.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLocalManager } from './local/local-manager.ts';
import type { Manager, ManagerFailure, Outcome } from './manager.ts';

const opened = new Map<string, Manager>();

/**
 * The manager at RIPOSTE_MANAGER_DIR (default /var/ossec); RIPOSTE_SANDBOX=1 or the sandbox's marker file says that it
 * is the stand-in. The same adapter for the same directory. Fails with manager-missing when the directory is not there.
 */
export function openManager(env: NodeJS.ProcessEnv = process.env): Outcome<Manager> {
  const directory = resolve(/*turbopackIgnore: true*/ env.RIPOSTE_MANAGER_DIR || '/var/ossec');
  if (!isDirectory(directory)) return { ok: false, failure: missing(directory) };
  const sandbox = env.RIPOSTE_SANDBOX === '1' || existsSync(join(directory, '.riposte-sandbox'));
  const key = `${sandbox} ${directory}`;
  const restartTimeoutSeconds = readRestartSeconds(env.RIPOSTE_RESTART_SECONDS);
  const manager = opened.get(key) ?? createLocalManager({ directory, sandbox, restartTimeoutSeconds });
  opened.set(key, manager);
  return { ok: true, value: manager };
}

/** How long a restart may take: RIPOSTE_RESTART_SECONDS, from a second to an hour; the adapter's default otherwise. */
function readRestartSeconds(text: string | undefined): number | undefined {
  const seconds = Number(text);
  return text && seconds >= 1 && seconds <= 3600 ? seconds : undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function missing(directory: string): ManagerFailure {
  return {
    code: 'manager-missing',
    message: `Cannot open the manager. There is no directory ${directory}.`,
    hint: 'Set RIPOSTE_MANAGER_DIR to the directory of the Wazuh installation, usually /var/ossec.',
  };
}

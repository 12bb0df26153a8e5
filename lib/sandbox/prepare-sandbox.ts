/*
 * Owns having a sandbox: made when missing, started when stopped, stopped or made anew on request.
 * Touches no directory that is not empty and not a sandbox.
 */
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listDaemonNames } from '../manager/local/daemon-names.ts';
import { loadDaemons } from '../manager/local/load-daemons.ts';
import { runProgram } from '../manager/local/run-program.ts';
import type { ManagerFailure, Outcome } from '../manager/manager.ts';
import { findProcess, stopProcess } from './control/daemon-processes.ts';
import { defaultConfig } from './default-config.ts';
import { readSettings, type SandboxSettings, settingsPath } from './sandbox-settings.ts';
import { writeAnalysisd, writeSandboxTree } from './sandbox-tree.ts';

export type SandboxOptions = Partial<SandboxSettings> & {
  /** The configuration of a new sandbox, instead of the default one. An existing sandbox keeps its own. */
  config?: Uint8Array;
  /** Leave the stand-in daemons stopped. */
  start?: boolean;
  /** Throw an existing sandbox away first. */
  fresh?: boolean;
  /** When the history in the sandbox ends, epoch milliseconds; now by default. */
  now?: number;
};

export type PreparedSandbox = { directory: string; created: boolean; started: boolean };

const marker = '.riposte-sandbox';
const daemons = listDaemonNames('wazuh');

/** A complete sandbox in `directory`, running unless told otherwise. Safe to repeat. */
export async function prepareSandbox(
  directory: string,
  options: SandboxOptions = {},
): Promise<Outcome<PreparedSandbox>> {
  const root = realPath(directory);
  if (!isSandbox(root) && isInUse(root)) return { ok: false, failure: notOurs(root) };
  if (options.fresh && isSandbox(root)) {
    await stopSandbox(root);
    for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true });
  }
  const created = !isSandbox(root);
  if (created) {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, marker), 'This directory belongs to the Riposte sandbox and may be deleted by it.\n');
  }
  const { config = Buffer.from(defaultConfig), start = true, fresh: _, now = Date.now(), ...settings } = options;
  writeSandboxTree(root, config, now);
  const merged = { ...readSettings(root), ...settings };
  writeFileSync(settingsPath(root), `${JSON.stringify(merged, null, 2)}\n`);
  writeAnalysisd(root, merged.ownCheck !== 'absent');
  if (!start || (await isRunning(root))) return { ok: true, value: { directory: root, created, started: false } };
  const failure = await startSandbox(root);
  return failure ? { ok: false, failure } : { ok: true, value: { directory: root, created, started: true } };
}

/** Ends the stand-in processes; nothing happens when there are none. Files stay. */
export async function stopSandbox(directory: string): Promise<void> {
  if (!existsSync(join(directory, 'var/run'))) return;
  for (const { name } of daemons) await stopProcess(realPath(directory), name);
}

/** Processes carry the path of their sandbox: one spelling of it for all. */
function realPath(directory: string): string {
  return existsSync(directory) ? realpathSync(directory) : resolve(directory);
}

async function isRunning(root: string): Promise<boolean> {
  const required = (await loadDaemons(root, 'wazuh')).filter((daemon) => daemon.required);
  const pids = await Promise.all(required.map(({ name }) => findProcess(root, name)));
  return pids.every((pid) => pid !== null);
}

async function startSandbox(root: string): Promise<ManagerFailure | null> {
  const said: string[] = [];
  const program = { file: join(root, 'bin/wazuh-control'), args: ['start'] };
  for await (const event of runProgram(program, { timeoutSeconds: 120 })) {
    if (event.kind === 'output') said.push(event.line);
    else if (event.code === 0) return null;
  }
  const reason = said.find((line) => /error/i.test(line)) ?? said.at(-1) ?? 'Its control program said nothing.';
  const message = `Cannot start the sandbox. ${reason}`;
  return { code: 'sandbox-not-started', message, hint: 'Make it anew: node lib/sandbox/prepare.ts <dir> --fresh' };
}

function isSandbox(root: string): boolean {
  return existsSync(join(root, marker));
}

function isInUse(root: string): boolean {
  return existsSync(root) && readdirSync(root).length > 0;
}

function notOurs(root: string): ManagerFailure {
  return {
    code: 'sandbox-not-ours',
    message: `Cannot make a sandbox in ${root}. The directory is not empty and is not a sandbox. Nothing was touched.`,
    hint: 'Choose an empty directory, or one that does not exist yet.',
  };
}

/*
 * Starts the process that owns the index. Only it loads DuckDB: the server never does, so that its bundle and its life do not
 * depend on a native module.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { typeScriptFlags } from '../../../run/type-script-flags.mjs';

const ENTRY = 'lib/alerts/files/child/main.ts';

export type ChildPlaces = {
  /** Of the program. */
  root?: string;
  /** Where Node may keep what it compiled: the next start is quicker. */
  compiled?: string;
};

/** With a channel for messages; null when its program is not there. */
export function startChild({ root = process.cwd(), compiled }: ChildPlaces = {}): ChildProcess | null {
  const entry = join(/*turbopackIgnore: true*/ root, ENTRY);
  if (!existsSync(/*turbopackIgnore: true*/ entry)) return null;
  keepPrivate(compiled);
  const flags = [...typeScriptFlags(), '--max-old-space-size=256', '--max-semi-space-size=8'];
  const { PATH, TZ, LANG, NODE_COMPILE_CACHE = compiled } = process.env;
  const env = Object.fromEntries(
    Object.entries({ PATH, TZ, LANG, NODE_COMPILE_CACHE }).filter(([, value]) => value !== undefined),
  );
  return spawn(process.execPath, [...flags, entry], {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

/** Node would make it readable for all. */
function keepPrivate(folder: string | undefined): void {
  try {
    if (folder !== undefined) mkdirSync(/*turbopackIgnore: true*/ folder, { recursive: true, mode: 0o700 });
  } catch {
    // The process will say so better, when it cannot make its own.
  }
}

// Owns how Next is called: its script by path (npx would leave orphans), no telemetry, and the flags this Node needs.
import { join } from 'node:path';
import { projectDir } from './project-dir.mjs';
import { runtimeFlags } from './type-script-flags.mjs';

export const nextScript = join(projectDir, 'node_modules', 'next', 'dist', 'bin', 'next');

/** The environment of every Next process. */
export function nextEnv(env = process.env) {
  const options = [env.NODE_OPTIONS, ...runtimeFlags()].filter(Boolean).join(' ');
  return { ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: options };
}

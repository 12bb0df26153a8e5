// Owns .next being the production build of what is in the checkout. Builds only when something it is made of changed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { hashFiles } from './hash-files.mjs';
import { nextEnv, nextScript } from './next-command.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild, runQuietly } from './run-child.mjs';
import { say } from './say.mjs';
import { ensureStateDir, loadActionsKey } from './state-dir.mjs';

const INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const stampFile = join(projectDir, '.next', 'setup-stamp');

/** Whether a path takes no part in the build. */
export function isOutsideBuild(path) {
  return /\.test\.tsx?$/.test(path);
}

/** Builds when needed, quietly unless it fails. */
export async function ensureBuild() {
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building (once, about half a minute)');
  await build(stamp, runQuietly);
}

/** Builds in any case, with Next's own output. */
export async function forceBuild() {
  await build(currentStamp(), runChild);
}

async function build(stamp, run) {
  rmSync(stampFile, { force: true });
  const key = loadActionsKey(ensureStateDir());
  const env = { ...nextEnv(), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
  const code = await run(process.execPath, [nextScript, 'build'], { env });
  if (code !== 0) throw new Failure('The build failed; its output is above.');
  writeFileSync(stampFile, stamp);
}

function currentStamp() {
  return hashFiles(projectDir, INPUTS, isOutsideBuild);
}

// Owns node_modules being what package-lock.json says. Skips the install while the lock is the one last installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';

// Building and testing need the development packages, whatever NODE_ENV or npm's own settings say.
const ARGS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];

export async function ensureModules() {
  const stampFile = join(projectDir, 'node_modules', '.setup-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing packages (once, about a minute)');
  const code = await runChild('npm', ARGS, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new Failure('Installing packages failed; npm says why above.');
  writeFileSync(stampFile, stamp);
}

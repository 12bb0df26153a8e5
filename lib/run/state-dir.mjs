// Owns where Riposte keeps what must outlive a restart: RIPOSTE_STATE_DIR, else .riposte in the checkout.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectDir } from './project-dir.mjs';

/** The absolute path; the folder is created for its owner only. */
export function ensureStateDir(env = process.env) {
  const dir = resolve(projectDir, env.RIPOSTE_STATE_DIR || '.riposte');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}

/** The key Next seals server actions with. Kept, so that pages opened before a rebuild still work after it. */
export function loadActionsKey(stateDir) {
  const file = join(stateDir, 'server-actions-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

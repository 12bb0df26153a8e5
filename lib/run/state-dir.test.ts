import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureStateDir, loadActionsKey } from './state-dir.mjs';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'state-dir-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test('the state folder is made for its owner only', () => {
  const dir = ensureStateDir({ RIPOSTE_STATE_DIR: join(parent, 'a/b') });
  expect(dir).toBe(join(parent, 'a/b'));
  expect(statSync(dir).mode & 0o777).toBe(0o700);
});

test('the key for server actions has 32 bytes, is kept, and only its owner can read it', () => {
  const key = loadActionsKey(parent);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(loadActionsKey(parent)).toBe(key);
  expect(statSync(join(parent, 'server-actions-key')).mode & 0o777).toBe(0o600);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openManager } from './open-manager.ts';

const open = (env: Record<string, string>) => openManager(env as unknown as NodeJS.ProcessEnv);

test('a directory that does not exist is a failure that names it', () => {
  expect(open({ RIPOSTE_MANAGER_DIR: '/nowhere/at/all' })).toMatchObject({
    ok: false,
    failure: { code: 'manager-missing', message: expect.stringContaining('/nowhere/at/all') },
  });
});

test('the same directory gives the same adapter, and the marker makes it a sandbox', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'riposte-open-'));
  const first = open({ RIPOSTE_MANAGER_DIR: directory });
  const again = open({ RIPOSTE_MANAGER_DIR: `${directory}/` });
  if (!first.ok || !again.ok) throw new Error('not opened');
  expect(again.value).toBe(first.value);
  expect((await first.value.identify()).sandbox).toBe(false);
  const named = open({ RIPOSTE_MANAGER_DIR: directory, RIPOSTE_SANDBOX: '1' });
  expect(named.ok && (await named.value.identify()).hostname).toBe('wazuh-sandbox');
  await writeFile(join(directory, '.riposte-sandbox'), '');
  const marked = open({ RIPOSTE_MANAGER_DIR: directory });
  expect(marked.ok && (await marked.value.identify()).sandbox).toBe(true);
  await rm(directory, { recursive: true });
});

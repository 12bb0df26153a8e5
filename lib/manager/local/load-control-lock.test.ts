import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadControlLock } from './load-control-lock.ts';

let directory: string;
let folder: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-lock-'));
  folder = join(directory, 'var/start-script-lock');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function lock(pid?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (pid !== undefined) await writeFile(join(folder, 'pid'), pid);
}

test('no folder is no lock', async () => {
  expect(await loadControlLock(directory)).toBeNull();
});

test('a lock of a living process names it and says since when', async () => {
  await lock(`${process.pid}\n`);
  expect(await loadControlLock(directory)).toEqual({ pid: process.pid, since: expect.any(Number) });
});

test('a lock of a dead process is none', async () => {
  await lock('4194399\n');
  expect(await loadControlLock(directory)).toBeNull();
});

test.each(['', 'somebody', '-1', '0'])('a lock that names nobody ("%s") counts only while it is young', async (pid) => {
  await lock(pid);
  expect(await loadControlLock(directory)).toEqual({ pid: null, since: expect.any(Number) });
  await utimes(folder, 0, 0);
  expect(await loadControlLock(directory)).toBeNull();
});

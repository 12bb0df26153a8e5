import {
  chmod,
  chown,
  type FileHandle,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileSystem } from './file-system.ts';
import { hashBytes, loadConfig, maxConfigBytes } from './load-config.ts';
import { saveConfig } from './save-config.ts';

const old = Buffer.from('<ossec_config>old</ossec_config>\n');
const bytes = Buffer.from('<ossec_config>something new</ossec_config>\n');
const request = { bytes, expectedSha256: hashBytes(old) };
const asRoot = process.getuid?.() === 0;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'riposte-save-'));
  path = join(folder, 'ossec.conf');
  await writeFile(path, old);
  await chmod(path, 0o660);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failure = (code: string) => Object.assign(new Error(code), { code });

/** The real file system, in which the steps of one kind fail. Handles fail through a proxy. */
function failing(step: string, code: string, only: (path: string) => boolean = () => true): FileSystem {
  const wrap = (handle: FileHandle, path: string) =>
    new Proxy(handle, {
      get(target, name) {
        if (name === step && only(path)) return () => Promise.reject(failure(code));
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return {
    open: async (opened, flags, mode) => {
      if (step === 'open' && only(opened)) throw failure(code);
      return wrap(await open(opened, flags, mode), opened);
    },
    rename: step === 'rename' ? () => Promise.reject(failure(code)) : rename,
    unlink,
  };
}

const isTemporary = (opened: string) => opened.includes('.riposte-');

test('replaces the file and keeps its mode', async () => {
  const saved = await saveConfig(path, request);
  expect(saved).toMatchObject({ ok: true, inPlace: false, mode: 0o660, sha256: hashBytes(bytes) });
  expect(await readFile(path)).toEqual(bytes);
  expect((await stat(path)).mode & 0o7777).toBe(0o660);
  expect(await readdir(folder)).toEqual(['ossec.conf']);
});

test.runIf(asRoot)('keeps owner and group', async () => {
  await chown(path, 12_345, 54_321);
  expect(await saveConfig(path, request)).toMatchObject({ ok: true, inPlace: false, owner: '12345:54321' });
  const now = await stat(path);
  expect([now.uid, now.gid, now.mode & 0o7777]).toEqual([12_345, 54_321, 0o660]);
});

test.each([
  ['open', 'EROFS', 'config-read-only'],
  ['open', 'ENOSPC', 'config-no-space'],
  ['writeFile', 'ENOSPC', 'config-no-space'],
  ['writeFile', 'EIO', 'config-io'],
  ['chmod', 'EIO', 'config-io'],
  ['sync', 'EIO', 'config-io'],
  ['rename', 'ENOSPC', 'config-no-space'],
  ['rename', 'EXDEV', 'config-failed'],
])('when %s fails with %s the old file is whole and nothing is left behind', async (step, code, expected) => {
  const saved = await saveConfig(path, request, failing(step, code));
  expect(saved).toMatchObject({ ok: false, conflict: false, failure: { code: expected } });
  expect(!saved.ok && !saved.conflict && saved.failure.message).toContain('ossec.conf is unchanged');
  expect(await readFile(path)).toEqual(old);
  expect(await readdir(folder)).toEqual(['ossec.conf']);
});

test.each([
  ['open', 'EACCES'],
  ['chown', 'EPERM'],
  ['chmod', 'EPERM'],
  ['rename', 'EBUSY'],
])('when %s only forbids replacing (%s) the file is written in place', async (step, code) => {
  if (step === 'chown') await chown(path, asRoot ? 12_345 : -1, -1).catch(() => undefined);
  const before = await stat(path);
  const saved = await saveConfig(path, request, failing(step, code, isTemporary));
  expect(saved).toMatchObject({ ok: true, inPlace: step !== 'chown' || asRoot });
  const after = await stat(path);
  expect(await readFile(path)).toEqual(bytes);
  if (step !== 'chown' || asRoot) expect(after.ino).toBe(before.ino);
  expect([after.uid, after.gid, after.mode]).toEqual([before.uid, before.gid, before.mode]);
  expect(await readdir(folder)).toEqual(['ossec.conf']);
});

test('a hard link keeps pointing to the same file', async () => {
  await link(path, join(folder, 'other'));
  expect(await saveConfig(path, request)).toMatchObject({ ok: true, inPlace: true });
  expect(await readFile(join(folder, 'other'))).toEqual(bytes);
});

test('a write in place that fails half-way puts the old bytes back', async () => {
  await link(path, join(folder, 'other'));
  let writes = 0;
  const fs = failing('none', '');
  const halfWay: FileSystem = {
    ...fs,
    open: async (opened, flags, mode) => {
      const handle = await open(opened, flags, mode);
      return new Proxy(handle, {
        get(target, name) {
          if (name === 'write')
            return async (data: Uint8Array, offset: number, length: number, position: number) => {
              writes += 1;
              if (writes === 2) throw failure('ENOSPC');
              return target.write(data, offset, writes === 1 ? 10 : length, position);
            };
          const value = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
  const saved = await saveConfig(path, request, halfWay);
  expect(saved).toMatchObject({ ok: false, conflict: false, failure: { code: 'config-no-space' } });
  expect(await readFile(path)).toEqual(old);
});

test('a write in place that cannot be undone says so', async () => {
  await link(path, join(folder, 'other'));
  const saved = await saveConfig(path, request, failing('truncate', 'EIO'));
  expect(saved).toMatchObject({ ok: false, conflict: false, failure: { code: 'config-io' } });
  expect(!saved.ok && !saved.conflict && saved.failure.message).toContain('could not be put back');
});

test('a change between the check and the rename is a conflict, and the change stays', async () => {
  const meddling = failing('none', '');
  const fs: FileSystem = {
    ...meddling,
    open: async (opened, flags, mode) => {
      if (isTemporary(opened)) await writeFile(path, 'somebody else');
      return open(opened, flags, mode);
    },
  };
  const saved = await saveConfig(path, request, fs);
  expect(saved).toMatchObject({
    ok: false,
    conflict: true,
    actual: { sha256: hashBytes(Buffer.from('somebody else')) },
  });
  expect(await readFile(path, 'utf8')).toBe('somebody else');
  expect(await readdir(folder)).toEqual(['ossec.conf']);
});

test('what a killed save left behind long ago is removed, a young one is not', async () => {
  const [ancient, young] = ['.ossec.conf.riposte-00', '.ossec.conf.riposte-11'];
  for (const name of [ancient, young]) await writeFile(join(folder, name), 'half');
  await utimes(join(folder, ancient), 0, 0);
  await saveConfig(path, request);
  expect((await readdir(folder)).sort()).toEqual([young, 'ossec.conf']);
});

test('reading a missing file, a folder and a giant are failures with a code', async () => {
  const codeOf = async (target: string) => {
    const loaded = await loadConfig(target);
    return loaded.ok ? null : loaded.failure.code;
  };
  expect(await codeOf(join(folder, 'nothing'))).toBe('config-missing');
  await mkdir(join(folder, 'folder'));
  expect(await codeOf(join(folder, 'folder'))).toBe('config-not-a-file');
  const giant = await open(join(folder, 'giant'), 'w');
  await giant.truncate(maxConfigBytes + 1);
  await giant.close();
  expect(await codeOf(join(folder, 'giant'))).toBe('config-too-large');
  await rm(path);
  expect(await saveConfig(path, request)).toMatchObject({
    ok: false,
    conflict: false,
    failure: { code: 'config-missing' },
  });
});

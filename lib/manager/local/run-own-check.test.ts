import { createHash } from 'node:crypto';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareSandbox, type SandboxOptions, stopSandbox } from '../../sandbox/prepare-sandbox.ts';
import { runOwnCheck } from './run-own-check.ts';

let directory: string;
let temporary: string;
let before: string | undefined;
const identity = { flavour: 'wazuh', version: '4.14.7' } as const;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-own-check-'));
  temporary = await mkdtemp(join(tmpdir(), 'riposte-own-temp-'));
  before = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
});
afterEach(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await stopSandbox(directory);
  for (const path of [directory, temporary]) await rm(path, { recursive: true, force: true });
});

async function make(options: SandboxOptions = {}): Promise<void> {
  const prepared = await prepareSandbox(directory, { fast: true, start: false, ...options });
  if (!prepared.ok) throw new Error(prepared.failure.message);
}

const live = () => readFile(join(directory, 'etc/ossec.conf'));
const check = (bytes: Uint8Array, timeoutSeconds?: number) =>
  runOwnCheck({ directory, identity, bytes, timeoutSeconds });

/** One line a file or folder: name, mode, owner, time of change, hash of the bytes. */
async function describeTree(folder: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = await lstat(join(folder, name));
    const bytes = found.isFile() ? await readFile(join(folder, name)) : '';
    const hash = createHash('sha256').update(bytes).digest('hex');
    lines.push([name, found.mode, found.uid, found.gid, found.ino, found.mtimeMs, found.ctimeMs, hash].join(' '));
  }
  return lines;
}

const withCommand = (text: string, name: string) =>
  Buffer.from(text.replace('<command>disable-account</command>', `<command>${name}</command>`));

test('a good file is accepted, a bad one is refused with its own words, and the live tree is untouched', async () => {
  await make();
  const text = String(await live());
  const tree = await describeTree(directory);
  const program = join(directory, 'bin/wazuh-analysisd');
  expect(await check(Buffer.from(`${text}<!-- one more line -->\n`))).toEqual({ kind: 'accepted', program });
  expect(await check(withCommand(text, 'nothing'))).toEqual({
    kind: 'refused',
    program,
    lines: [
      "wazuh-analysisd: ERROR: (1303): Invalid command 'nothing' in the active response.",
      "wazuh-analysisd: ERROR: (1202): Configuration error at 'etc/ossec.conf'.",
      "wazuh-analysisd: CRITICAL: (1202): Configuration error at 'etc/ossec.conf'.",
    ],
  });
  expect(await describeTree(directory)).toEqual(tree);
  expect(await readdir(temporary)).toEqual([]);
});

test('what it says of the file on disk too is not held against the candidate', async () => {
  await make();
  const text = String(await live());
  await writeFile(join(directory, 'etc/ossec.conf'), withCommand(text, 'nothing'));
  const same = await check(Buffer.concat([withCommand(text, 'nothing'), Buffer.from('\n')]));
  expect(same).toMatchObject({ kind: 'not-run', why: expect.stringContaining('the file that is on disk now') });
  expect(await check(withCommand(text, 'another'))).toMatchObject({ kind: 'refused' });
  expect(await check(Buffer.from(text))).toMatchObject({ kind: 'accepted' });
});

test('the copy has rules, lists and options, the content of links, and neither keys nor what agents get', async () => {
  await make();
  await symlink('/etc/hostname', join(directory, 'etc/localtime'));
  await writeFile(join(directory, 'etc/authd.pass'), 'secret');
  await writeFile(join(directory, 'etc/sslmanager.key'), 'secret');
  await writeFile(
    join(directory, 'bin/wazuh-analysisd'),
    `#!/bin/sh\nfind "$3" | sed "s|$3||" | sort > ${join(directory, 'seen')}\nstat -c %a "$3/.." >> ${join(directory, 'seen')}\n`,
  );
  expect(await check(await live())).toMatchObject({ kind: 'accepted' });
  const seen = (await readFile(join(directory, 'seen'), 'utf8')).trimEnd().split('\n');
  for (const path of ['/etc/ossec.conf', '/etc/internal_options.conf', '/etc/rules/local_rules.xml', '/etc/shared'])
    expect(seen).toContain(path);
  expect(seen).toEqual(expect.arrayContaining(['/logs/ossec.log', '/queue/sockets', '/var/run', '/etc/localtime']));
  expect(seen.filter((path) => /client\.keys|authd\.pass|\.key$|shared\/|global\.db|alerts\.json/.test(path))).toEqual(
    [],
  );
  expect(seen.at(-1)).toBe('700');
});

test.each([
  ['refuses', 'refused'],
  ['hangs', 'not-run'],
  ['absent', 'not-run'],
] as const)('a sandbox whose own check %s gives %s', async (ownCheck, kind) => {
  await make({ ownCheck });
  const timeoutSeconds = ownCheck === 'hangs' ? 1 : 60;
  expect(await check(Buffer.from(`${await live()}\n`), timeoutSeconds)).toMatchObject({ kind });
  expect(await readdir(temporary)).toEqual([]);
});

test('a program that crashes on the candidate alone refuses it', async () => {
  await make();
  await writeFile(
    join(directory, 'bin/wazuh-analysisd'),
    '#!/bin/sh\ngrep -qx new "$3/etc/ossec.conf" && kill -SEGV $$\nexit 0\n',
  );
  expect(await check(Buffer.from('new'))).toMatchObject({
    kind: 'refused',
    lines: ['It was ended by SIGSEGV without a word.'],
  });
});

test('a program that this user may not run is not run', async () => {
  await make();
  await chmod(join(directory, 'bin/wazuh-analysisd'), 0o640);
  expect(await check(await live())).toMatchObject({ kind: 'not-run', why: expect.stringContaining('Only root') });
});

test('a tree that is too large is not copied', async () => {
  await make();
  await writeFile(join(directory, 'etc/lists/huge'), '');
  await truncate(join(directory, 'etc/lists/huge'), 600 * 1024 * 1024);
  expect(await check(await live())).toMatchObject({ kind: 'not-run', why: expect.stringContaining('too large') });
  expect(await readdir(temporary)).toEqual([]);
});

test.each([
  [{ flavour: 'ossec', version: '3.8.0' }, 'OSSEC'],
  [{ flavour: 'wazuh', version: '4.1.5' }, 'Wazuh 4.1.5'],
  [{ flavour: 'wazuh', version: null }, 'unknown version'],
] as const)('where the check would write to the live ar.conf it is not run: %o', async (identity, words) => {
  await make();
  await writeFile(join(directory, 'bin/ossec-analysisd'), `#!/bin/sh\ntouch ${join(directory, 'ran')}\n`, {
    mode: 0o750,
  });
  const answer = await runOwnCheck({ directory, identity, bytes: await live() });
  expect(answer).toMatchObject({ kind: 'not-run', why: expect.stringContaining(words) });
  expect(await readdir(directory)).not.toContain('ran');
});

test('what a killed check left behind is removed after an hour', async () => {
  await make();
  for (const name of ['riposte-check-old', 'riposte-check-new', 'other']) await mkdir(join(temporary, name));
  await writeFile(join(temporary, 'riposte-check-old/file'), '');
  const old = Date.now() / 1000 - 3700;
  for (const name of ['riposte-check-old', 'other']) await utimes(join(temporary, name), old, old);
  await check(await live());
  expect((await readdir(temporary)).sort()).toEqual(['other', 'riposte-check-new']);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPerson } from '../../../auth/people.ts';
import { saveContent } from '../../../history/contents.ts';
import { addRevision, loadLastRevision, type Revision } from '../../../history/revisions.ts';
import { type Database, openDatabaseAt } from '../../../state/database.ts';
import { binaryPatch } from './binary-patch.ts';
import { EXPORTED_PATH, exportedVersions } from './exported-versions.ts';
import { gitStream } from './git-stream.ts';
import { mailHeader } from './mail-header.ts';
import { patchMailbox } from './patch-mailbox.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

let database: Database;
let directory: string;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
  directory = mkdtempSync(join(tmpdir(), 'riposte-export-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const add = (content: string | Uint8Array, over: Partial<Revision> = {}) => {
  const parentSha256 = loadLastRevision(database)?.sha256 ?? null;
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content;
  return addRevision(database, {
    ...{ sha256: saveContent(database, bytes), parentSha256, source: parentSha256 === null ? 'first' : 'riposte' },
    ...{ person: 'local', note: '', sentences: [], applyId: null, at: 1_700_000_000_000, ...over },
  });
};
const env = { PATH: process.env.PATH, HOME: '/nowhere', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const committer = { GIT_COMMITTER_NAME: 'c', GIT_COMMITTER_EMAIL: 'c@c' };
const git = (args: string[], input?: Uint8Array) =>
  execFileSync('git', ['-C', directory, ...args], {
    ...{ env: { ...env, ...committer } as unknown as NodeJS.ProcessEnv, input, stdio: ['pipe', 'pipe', 'pipe'] },
    maxBuffer: 1e9,
  });
const join_ = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);
const commits = () => git(['rev-list', '--reverse', 'main']).toString().split('\n').filter(Boolean);
const fileAt = (commit: string) => git(['show', `${commit}:${EXPORTED_PATH}`]).toString('latin1');
const text = (content: string | Uint8Array) => Buffer.from(content as string).toString('latin1');

const big = Array.from({ length: 4_000 }, (_, line) => `  <!-- line ${line} -->\n`).join('');
const VERSIONS: (string | Uint8Array)[] = [
  '<ossec_config>\n</ossec_config>\n',
  '<ossec_config>\n  <a>1</a>\n</ossec_config>',
  '<ossec_config>\r\n  <a>1</a>\r\n</ossec_config>\r\n',
  '<ossec_config>\n  <a>ä–日本</a>\n</ossec_config>\n',
  new Uint8Array([60, 97, 62, 0xff, 0xfe, 0, 10, 13, 10, 60, 47, 97, 62]),
  '',
  `<ossec_config>\n${big}</ossec_config>\n`,
  `<ossec_config>\n${big.replace('line 2000 ', 'line two thousand ')}</ossec_config>\n`,
  'From me to you\n--- a\n+++ b\n@@ -1 +1 @@\n-- \ndiff --git a/x b/x\n trailing blanks   \n\t\f\n',
  'one\rtwo\n',
];

const addAll = () => {
  for (const [at, version] of VERSIONS.entries()) {
    add(version, {
      at: 1_700_000_000_000 + at * 60_000,
      sentences:
        at === 0 ? [] : [{ mark: '~', title: `host-deny änderte sich ${'x'.repeat(80)}`, detail: 'level 7 → 10' }],
      note:
        at % 2 === 0
          ? ''
          : 'From: mallory <m@m>\n---\ndiff --git a/x b/x\nFrom 123 Mon\n\n  indented\nSubject: no\n-- >8 --',
    });
  }
};

it('git am gives every version byte for byte', () => {
  addAll();
  const mailbox = join_(patchMailbox(exportedVersions(database)));
  expect(mailbox.toString('latin1').match(/^From 0{40} /gm)).toHaveLength(VERSIONS.length);
  if (!hasGit) return;
  git(['init', '-q', '-b', 'main']);
  writeFileSync(join(directory, '.git', 'all.mbox'), mailbox);
  git(['am', '-q', '.git/all.mbox']);
  expect(commits().map(fileAt)).toEqual(VERSIONS.map(text));
  const log = git(['log', '--reverse', '--format=%an|%ae|%at|%s']).toString().trim().split('\n');
  expect(log[0]).toBe('Riposte|riposte@riposte.invalid|1700000000|First import of ossec.conf');
  expect(log[1]).toMatch(/\|local@riposte\.invalid\|1700000060\|host-deny änderte sich x{80}$/);
  expect(git(['log', '-1', '--format=%b', 'main~6']).toString()).toContain('~ host-deny änderte sich');
  expect(git(['log', '-1', '--format=%B']).toString()).toContain('Revision: 10\nOutcome: kept');
});

it('git fast-import gives every version byte for byte', () => {
  addAll();
  const stream = join_(gitStream(exportedVersions(database)));
  expect(stream.subarray(-5).toString()).toBe('done\n');
  if (!hasGit) return;
  git(['init', '-q', '--bare', '-b', 'main']);
  git(['fast-import', '--quiet'], stream);
  expect(commits().map(fileAt)).toEqual(VERSIONS.map(text));
  expect(git(['log', '-1', '--format=%B']).toString()).toContain('    From: mallory'.trim());
  git(['fsck', '--strict']);
});

it('a stream that broke off is refused', () => {
  addAll();
  if (!hasGit) return;
  git(['init', '-q', '--bare', '-b', 'main']);
  const stream = join_(gitStream(exportedVersions(database)));
  expect(() => git(['fast-import', '--quiet'], stream.subarray(0, stream.length - 5))).toThrow();
});

it('names from the web break no format', () => {
  add('a\n');
  const person = addPerson(database, 'Zoë <root> "x", \\ O’Neil');
  add('b\n', { person, note: 'n' });
  add('c\n', { source: 'outside', person: null });
  if (!hasGit) return;
  git(['init', '-q', '-b', 'main']);
  writeFileSync(join(directory, '.git', 'all.mbox'), join_(patchMailbox(exportedVersions(database))));
  git(['am', '-q', '.git/all.mbox']);
  const names = ['Riposte', 'Zoë root x, \\ O’Neil', 'Outside Riposte'];
  expect(git(['log', '--reverse', '--format=%an']).toString().trim().split('\n')).toEqual(names);
  git(['checkout', '-q', '--orphan', 'other']);
  git(['branch', '-D', 'main']);
  git(['fast-import', '--quiet'], join_(gitStream(exportedVersions(database))));
  expect(git(['log', '--reverse', '--format=%an', 'main']).toString().trim().split('\n')[1]).toMatch(/^Zoë root/);
});

it('a version whose bytes are gone is left out and named in the next', () => {
  add('a\n');
  add('b\n');
  add('c\n');
  database.prepare('DELETE FROM contents WHERE bytes = ?').run(Buffer.from('b\n'));
  expect([...exportedVersions(database)].map(({ revision }) => revision)).toEqual([1, 3]);
  expect([...exportedVersions(database)][1]?.body).toContain('Riposte no longer has the bytes of revision 2.');
});

it('a revision that says what the one before says makes no patch, but a commit', () => {
  add('a\n');
  add('a\n', { source: 'outside' });
  add('b\n');
  expect(
    join_(patchMailbox(exportedVersions(database)))
      .toString()
      .match(/^Subject:/gm),
  ).toHaveLength(2);
  expect(
    join_(gitStream(exportedVersions(database)))
      .toString()
      .match(/^commit /gm),
  ).toHaveLength(3);
});

it('one version at a time is held, however long the history is', () => {
  for (let count = 0; count < 250; count++) add(`version ${count}\n`);
  const pieces = gitStream(exportedVersions(database));
  pieces.next();
  database.prepare('DELETE FROM revisions WHERE id > 150').run();
  expect([...exportedVersions(database)]).toHaveLength(150);
  expect(
    join_(pieces)
      .toString()
      .match(/^commit /gm)?.length,
  ).toBeLessThanOrEqual(150);
});

it.each([
  ['plain', 'plain'],
  ['[PATCH] plain words', '[PATCH] plain words'],
  ['Zoë', '=?UTF-8?B?Wm/Dqw==?='],
  ['a, b', '=?UTF-8?B?YSwgYg==?='],
])('the header %j is %j', (words, header) => {
  expect(mailHeader(words)).toBe(header);
});

it('the binary patch of nothing is one line', () => {
  expect(binaryPatch(null, new Uint8Array())).toMatch(/^GIT binary patch\n(literal 0\nHc\S{9}\n\n){2}$/);
});

import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadContent, saveContent, sha256Of } from '../../history/contents.ts';
import { addRevision, listRevisions, revisionTitle } from '../../history/revisions.ts';
import { loadConfig } from '../../manager/local/load-config.ts';
import type { Manager } from '../../manager/manager.ts';
import { type Database, openDatabaseAt } from '../../state/database.ts';
import type { ApplyKind } from '../../view/apply.ts';
import { createApply, finishApply, saveStep } from '../apply/apply-record.ts';
import { type ConfigWatcher, startConfigWatcher } from './config-watcher.ts';
import { noticeOutsideChange } from './notice-outside-change.ts';
import { loadStory } from './revision-fate.ts';

const level = (value: number) =>
  `<ossec_config>\n  <command>\n    <name>host-deny</name>\n    <executable>host-deny</executable>\n    <timeout_allowed>yes</timeout_allowed>\n  </command>\n  <active-response>\n    <command>host-deny</command>\n    <location>local</location>\n    <level>${value}</level>\n  </active-response>\n</ossec_config>\n`;

let directory: string;
let path: string;
let database: Database;
let manager: Pick<Manager, 'identify' | 'loadConfig'>;
const watchers: ConfigWatcher[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-watch-'));
  path = join(directory, 'ossec.conf');
  writeFileSync(path, level(7));
  database = openDatabaseAt(join(directory, 'riposte.db'));
  manager = { identify: async () => ({ configPath: path }), loadConfig: () => loadConfig(path) } as unknown as Manager;
});
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.stop();
  database.close();
  rmSync(directory, { recursive: true });
});

const start = (on = database) => {
  const watcher = startConfigWatcher({ database: on, manager });
  watchers.push(watcher);
  return watcher;
};
const all = () => listRevisions(database, { limit: 50 }).reverse();
const sha = (text: string) => sha256Of(Buffer.from(text));
const file = (text: string, modifiedAt = Date.now() - 1_000) => {
  const bytes = new Uint8Array(Buffer.from(text));
  return { bytes, sha256: sha256Of(bytes), modifiedAt };
};
const apply = (from: string, to: string, kind: ApplyKind = 'apply') => {
  const [baseSha256, newSha256] = [from, to].map((text) => saveContent(database, Buffer.from(text))) as [
    string,
    string,
  ];
  const record = { person: 'local', kind, note: '', restart: true, changes: [], confirmSeconds: 0 };
  return createApply(database, { ...record, sentences: [], baseSha256, newSha256 }, ['write']);
};
const writing = (id: number, state: 'running' | 'done') =>
  saveStep(database, id, {
    ...{ key: 'write', state, text: '', daemons: [], evidence: null, startedAt: 1, finishedAt: null },
  });

it('the first look is the first revision, and looking again finds nothing', async () => {
  const watcher = start();
  await watcher.look();
  await watcher.look();
  expect(all().map(({ source, sha256 }) => [source, sha256])).toEqual([['first', sha(level(7))]]);
  expect(Buffer.from(loadContent(database, sha(level(7))) ?? []).toString()).toBe(level(7));
});

it('an edit by hand becomes a revision while nobody asks, with its sentence and its time', async () => {
  await start().look();
  const next = `${path}.new`;
  writeFileSync(next, level(10));
  const then = new Date(Date.now() - 5);
  utimesSync(next, then, then);
  renameSync(next, path);
  await vi.waitFor(() => expect(all()).toHaveLength(2), { timeout: 8_000, interval: 50 });
  const [, found] = all();
  expect(found).toMatchObject({ source: 'outside', person: null, parentSha256: sha(level(7)), note: '' });
  expect(found && revisionTitle(found)).toBe('host-deny from level 7 to 10');
});

it('a file that is still being written is not taken', async () => {
  const watcher = start();
  await watcher.look();
  writeFileSync(path, level(10).slice(0, 60));
  const looking = watcher.look();
  setTimeout(() => writeFileSync(path, level(10)), 100);
  await looking;
  await vi.waitFor(() => expect(all()).toHaveLength(2), { timeout: 8_000, interval: 50 });
  expect(all().map(({ sha256 }) => sha256)).toEqual([sha(level(7)), sha(level(10))]);
});

it('two processes on one database record a change once', async () => {
  const other = openDatabaseAt(join(directory, 'riposte.db'));
  const [one, two] = [start(), start(other)];
  await Promise.all([one.look(), two.look()]);
  writeFileSync(path, level(10));
  await vi.waitFor(() => expect(all().length).toBeGreaterThan(1), { timeout: 8_000, interval: 50 });
  await Promise.all([one.look(), two.look()]);
  expect(all()).toHaveLength(2);
  two.stop();
  other.close();
});

it('a file that can’t be read is no change', async () => {
  const watcher = start();
  await watcher.look();
  rmSync(path);
  await watcher.look();
  expect(all()).toHaveLength(1);
});

it('what the apply under way writes is not an outside change; what somebody else writes meanwhile is', () => {
  noticeOutsideChange(database, file(level(7)));
  const id = apply(level(7), level(8));
  expect(noticeOutsideChange(database, file(level(8)))).toBeNull();
  expect(noticeOutsideChange(database, file(level(7)))).toBeNull();
  writing(id, 'running');
  expect(noticeOutsideChange(database, file(level(8).slice(0, 40)))).toBeNull();
  writing(id, 'done');
  expect(noticeOutsideChange(database, file(level(9)))).toBe(2);
});

it('after a revert by Riposte the version before is expected', () => {
  noticeOutsideChange(database, file(level(7)));
  const id = apply(level(7), level(8));
  const [sha256, parentSha256] = [sha(level(8)), sha(level(7))];
  const rest = { source: 'riposte' as const, person: 'local', note: '', sentences: [], applyId: id, at: 1 };
  addRevision(database, { sha256, parentSha256, ...rest });
  const why = 'not-kept' as const;
  finishApply(database, id, { result: 'reverted', why, message: '', hint: '', lines: [], managerUp: true });
  expect(noticeOutsideChange(database, file(level(7)))).toBeNull();
  expect(noticeOutsideChange(database, file(level(8)))).toBe(3);
});

it('a restart that puts back what ran before is no outside change', () => {
  noticeOutsideChange(database, file(level(7), Date.now() - 9_000));
  noticeOutsideChange(database, file(level(8), Date.now() - 5_000));
  const id = apply(level(7), level(8), 'restart');
  const why = 'failed' as const;
  finishApply(database, id, { result: 'reverted', why, message: '', hint: '', lines: [], managerUp: true });
  expect(noticeOutsideChange(database, file(level(7)))).toBeNull();
  expect(all().map((one) => loadStory(database, one).fate)).toEqual(['first', 'reverted']);
});

it('so is one that puts back what ran before a file that was saved without a restart', () => {
  noticeOutsideChange(database, file(level(7), Date.now() - 9_000));
  const saved = apply(level(7), level(8));
  finishApply(database, saved, { result: 'saved', message: '', hint: '', lines: [], managerUp: null });
  noticeOutsideChange(database, file(level(8)));
  const id = apply(level(7), level(8), 'restart');
  const why = 'not-kept' as const;
  finishApply(database, id, { result: 'reverted', why, message: '', hint: '', lines: [], managerUp: true });
  expect(noticeOutsideChange(database, file(level(7)))).toBeNull();
  expect(all().map((one) => loadStory(database, one).fate)).toEqual(['first', 'not-kept']);
});

it('a version that Riposte wrote and could not note is told as its own', () => {
  noticeOutsideChange(database, file(level(7)));
  const id = apply(level(7), level(8));
  finishApply(database, id, { result: 'saved', message: '', hint: '', lines: [], managerUp: true });
  expect(noticeOutsideChange(database, file(level(8)))).toBe(2);
  expect(all()[1]).toMatchObject({ source: 'riposte', applyId: id, person: 'local', parentSha256: sha(level(7)) });
});

it('a file as young as the look is left for a second look', () => {
  expect(noticeOutsideChange(database, file(level(7), Date.now()))).toBeNull();
  expect(noticeOutsideChange(database, file(level(7), Date.now()), true)).toBe(1);
});

it('a time that can’t be is not told', () => {
  const before = Date.now();
  noticeOutsideChange(database, file(level(7), before - 50_000));
  noticeOutsideChange(database, file(level(8), before - 90_000));
  noticeOutsideChange(database, file(level(9), before + 90_000));
  const [first, older, future] = all();
  expect(first?.at).toBe(before - 50_000);
  for (const one of [older, future]) {
    expect(one?.at).toBeGreaterThanOrEqual(before);
    expect(one?.at).toBeLessThanOrEqual(Date.now());
  }
});

it('a file that changes all the time makes three revisions, then one a minute, and says so', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  try {
    for (let second = 0; second < 180; second++) {
      vi.advanceTimersByTime(1_000);
      noticeOutsideChange(database, file(level(second)));
    }
    expect(all().length).toBeGreaterThanOrEqual(5);
    expect(all().length).toBeLessThanOrEqual(6);
    expect(
      all()
        .slice(2)
        .every(({ note }) => note.includes('one version a minute')),
    ).toBe(true);
    vi.advanceTimersByTime(600_000);
    noticeOutsideChange(database, file(level(1_000)));
    expect(all().at(-1)).toMatchObject({ note: '', sha256: sha(level(1_000)) });
  } finally {
    vi.useRealTimers();
  }
});

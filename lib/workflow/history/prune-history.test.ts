import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadContent, saveContent, sha256Of } from '../../history/contents.ts';
import { addRevision, type RevisionSource } from '../../history/revisions.ts';
import { type Database, openDatabaseAt } from '../../state/database.ts';
import type { ApplyResult } from '../../view/apply.ts';
import { addLog, createApply, finishApply, loadApply, loadLog, loadSteps } from '../apply/apply-record.ts';
import { loadDraft, saveDraft } from '../draft.ts';
import { setAside } from '../restore/set-aside.ts';
import { historyDays, pruneHistory } from './prune-history.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const sha = (name: string) => sha256Of(Buffer.from(name));

function makeStore() {
  const database = openDatabaseAt(':memory:');
  const keep = (name: string, daysAgo = 90) => {
    const sha256 = saveContent(database, Buffer.from(name));
    database.prepare('UPDATE contents SET first_seen = ? WHERE sha256 = ?').run(NOW - daysAgo * DAY, sha256);
    return sha256;
  };
  const revise = (name: string, source: RevisionSource, daysAgo: number, parent: string | null = null) =>
    addRevision(database, {
      ...{ sha256: keep(name, daysAgo), parentSha256: parent === null ? null : sha(parent), source, person: null },
      ...{ note: '', sentences: [], applyId: null, at: NOW - daysAgo * DAY },
    });
  const apply = (from: string, to: string, result: ApplyResult | null, daysAgo: number) => {
    const shas = { baseSha256: keep(from, daysAgo), newSha256: keep(to, daysAgo) };
    const rest = { person: 'p', kind: 'apply' as const, note: '', restart: true, changes: [], sentences: [] };
    const id = createApply(database, { ...rest, ...shas, confirmSeconds: 0 }, ['backup', 'write']);
    addLog(database, id, 'riposte', 'a line');
    if (result) finishApply(database, id, { result, message: '', hint: '', lines: [], managerUp: true });
    const at = NOW - daysAgo * DAY;
    database.prepare('UPDATE applies SET started_at = ?, finished_at = ? WHERE id = ?').run(at, result ? at : null, id);
    return id;
  };
  const has = (name: string) => loadContent(database, sha(name)) !== null;
  const prune = (onDisk: string | null = 'on disk') =>
    pruneHistory(database, { days: 30, onDiskSha256: onDisk === null ? null : sha(onDisk), now: NOW });
  return { database, keep, revise, apply, has, prune };
}

const youngApplies = ({ apply }: ReturnType<typeof makeStore>) => {
  for (let count = 0; count < 20; count++) apply('a', 'b', 'running', 1);
};

it('an old version that somebody else wrote goes; the revision that tells of it stays', () => {
  const { database, revise, has, prune } = makeStore();
  revise('first', 'first', 90);
  revise('old', 'outside', 80, 'first');
  revise('older than the last', 'outside', 70, 'old');
  revise('young', 'outside', 5, 'older than the last');
  expect(prune().contents).toBe(1);
  expect(['first', 'old', 'older than the last', 'young'].map(has)).toEqual([true, false, true, true]);
  expect(database.prepare('SELECT count(*) AS n FROM revisions').get()).toEqual({ n: 4 });
});

it.each<[string, (store: ReturnType<typeof makeStore>) => void]>([
  ['it was applied', ({ revise }) => void revise('x', 'riposte', 90)],
  ['it was the first', ({ revise }) => void revise('x', 'first', 90)],
  ['it is on the disk', ({ revise }) => void revise('x', 'outside', 90)],
  ['an apply was made on it', ({ apply }) => void apply('x', 'y', 'running', 90)],
  ['an apply wrote it', ({ apply }) => void apply('y', 'x', 'reverted', 90)],
  ['an apply that goes on will write it', ({ apply }) => void apply('y', 'x', null, 90)],
  ['a version that was applied replaced it', ({ revise }) => void revise('y', 'riposte', 90, 'x')],
  ['the manager was started with it', ({ database }) => recordStartOf(database, 'x')],
  ['a draft is made on it', ({ database }) => saveDraft(database, draft('x'))],
  ['a draft starts from it', ({ database }) => saveDraft(database, { ...draft('y'), restoreSha256: sha('x') })],
  ['a change of a draft is for it', ({ database }) => saveDraft(database, { ...draft('y'), changes: [on('x')] })],
  ['a draft that was set aside is made on it', ({ database }) => void setAside(database, draft('x'))],
  [
    'such a draft starts from it',
    ({ database }) => void setAside(database, { ...draft('y'), restoreSha256: sha('x') }),
  ],
])('bytes stay when %s', (why, make) => {
  const store = makeStore();
  store.keep('x');
  make(store);
  store.revise('last', 'outside', 60);
  store.prune(why === 'it is on the disk' ? 'x' : 'on disk');
  expect(store.has('x')).toBe(true);
});

const on = (name: string) => ({
  ...{ id: 'c', change: { op: 'add-white-list' as const, address: '1.2.3.4' }, madeAt: 1, madeOn: sha(name) },
});
const draft = (name: string) => ({
  ...{ person: 'p', baseSha256: sha(name), savedAt: 1, changes: [{ ...on(name), madeOn: undefined }] },
});
const recordStartOf = (database: Database, name: string) =>
  void database.prepare('INSERT INTO manager_starts (pid, started_at, sha256) VALUES (1, 1, ?)').run(sha(name));

it('bytes that nothing knows go once they are old, and those of a plan that was never written', () => {
  const store = makeStore();
  store.keep('forgotten', 40);
  store.keep('just met', 2);
  store.apply('base', 'not written', 'not-written', 90);
  store.prune();
  expect(['forgotten', 'just met', 'base', 'not written'].map(store.has)).toEqual([false, true, true, false]);
});

it('steps and log of old applies go, their record stays', () => {
  const store = makeStore();
  const old = store.apply('a', 'b', 'running', 60);
  const alarm = store.apply('a', 'b', 'revert-failed', 60);
  youngApplies(store);
  expect(store.prune()).toMatchObject({ steps: 2, logLines: 1 });
  expect([loadSteps(store.database, old), loadLog(store.database, old, 0)]).toEqual([[], []]);
  expect(loadApply(store.database, old)?.outcome?.result).toBe('running');
  expect(loadSteps(store.database, alarm)).toHaveLength(2);
});

it('the latest applies stay whole, whatever their age; so does one that goes on', () => {
  const store = makeStore();
  for (let count = 0; count < 19; count++) store.apply('a', 'b', 'running', 90);
  const going = store.apply('a', 'b', null, 90);
  expect(store.prune()).toMatchObject({ steps: 0, logLines: 0 });
  expect(loadSteps(store.database, going)).toHaveLength(2);
});

it('nothing goes while the file on the disk is not known', () => {
  const store = makeStore();
  store.keep('forgotten');
  expect(store.prune(null)).toEqual({ contents: 0, steps: 0, logLines: 0 });
  expect(store.has('forgotten')).toBe(true);
});

it.each([
  [undefined, null],
  ['', null],
  [' 90 ', 90],
  ['1', 1],
])('RIPOSTE_HISTORY_DAYS=%j means %j', (text, days) => {
  expect(historyDays({ NODE_ENV: 'test', RIPOSTE_HISTORY_DAYS: text })).toBe(days);
});

it.each(['0', '-1', 'a year', '1.5'])('RIPOSTE_HISTORY_DAYS=%j is refused', (text) => {
  expect(() => historyDays({ NODE_ENV: 'test', RIPOSTE_HISTORY_DAYS: text })).toThrow(/whole number of days/);
});

it('whatever happened: no version that was applied loses its bytes, nor what a draft needs', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const days = fc.integer({ min: 0, max: 400 });
  const result = fc.constantFrom<ApplyResult>('running', 'saved', 'reverted', 'not-written', 'failed', 'superseded');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('outside' as const), name, days }),
    fc.record({ kind: fc.constant('applied' as const), from: name, name, days, result }),
    fc.record({ kind: fc.constant('draft' as const), name }),
    fc.record({ kind: fc.constant('seen' as const), name, days }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), name, (steps, onDisk) => {
      const store = makeStore();
      const needed = new Set<string>();
      for (const one of steps) {
        if (one.kind === 'outside') store.revise(one.name, 'outside', one.days, 'a');
        else if (one.kind === 'seen') store.keep(one.name, one.days);
        else if (one.kind === 'draft') {
          store.keep(one.name);
          const before = loadDraft(store.database, 'p');
          setAside(store.database, before);
          saveDraft(store.database, draft(one.name));
          needed.add(one.name);
        } else {
          store.apply(one.from, one.name, one.result, one.days);
          needed.add(one.from);
          if (one.result === 'not-written') continue;
          store.revise(one.name, 'riposte', one.days, one.from);
          needed.add(one.name);
        }
      }
      store.keep(onDisk);
      needed.add(onDisk);
      store.prune(onDisk);
      store.prune(onDisk);
      expect([...needed].filter((one) => !store.has(one))).toEqual([]);
      store.database.close();
    }),
    { seed: 5_710, numRuns: 200 },
  );
});

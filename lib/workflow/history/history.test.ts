import { expect, it } from 'vitest';
import { addPerson } from '../../auth/people.ts';
import { saveContent } from '../../history/contents.ts';
import {
  addRevision,
  findRevision,
  listRevisions,
  loadLastRevision,
  loadRevision,
  revisionTitle,
} from '../../history/revisions.ts';
import { openDatabaseAt } from '../../state/database.ts';
import type { ApplyOutcome } from '../../view/apply.ts';
import { createApply, finishApply, saveStep } from '../apply/apply-record.ts';
import { importEarlierApplies } from './import-earlier-applies.ts';
import { loadStory } from './revision-fate.ts';

const words = (title: string, detail = '') => [{ title, detail, mark: '~' as const }];
const outcome = (over: Partial<ApplyOutcome>): ApplyOutcome => ({
  ...{ result: 'running', message: '', hint: '', lines: [], managerUp: true },
  ...over,
});

function makeHistory() {
  const database = openDatabaseAt(':memory:');
  const keep = (text: string) => saveContent(database, Buffer.from(text));
  const add = (text: string, over: Partial<Parameters<typeof addRevision>[1]> = {}) => {
    const parent = loadLastRevision(database)?.sha256 ?? null;
    return addRevision(database, {
      ...{ sha256: keep(text), parentSha256: parent, source: 'riposte', person: 'local', note: '', sentences: [] },
      ...{ applyId: null, at: 1_000, ...over },
    });
  };
  const apply = (from: string, to: string, ended: Partial<ApplyOutcome> | null, over: object = {}) => {
    const base = { person: 'local', note: 'why', restart: true, changes: [], sentences: words('host-deny changed') };
    const ids = { kind: 'apply' as const, confirmSeconds: 0, baseSha256: keep(from), newSha256: keep(to), ...over };
    const id = createApply(database, { ...base, ...ids }, ['write']);
    if (ended) finishApply(database, id, outcome(ended));
    return id;
  };
  const wrote = (id: number) =>
    saveStep(database, id, {
      ...{ key: 'write', state: 'done', text: '', daemons: [], evidence: null, startedAt: 1, finishedAt: 2 },
    });
  const fate = (id: number) => {
    const revision = loadRevision(database, id);
    return revision && loadStory(database, revision).fate;
  };
  return { database, keep, add, apply, wrote, fate };
}

it('revisions come newest first, page by page', () => {
  const { database, add } = makeHistory();
  for (let count = 0; count < 7; count++) add(`file ${count}`);
  const ids = (before?: number) => listRevisions(database, { before, limit: 3 }).map(({ id }) => id);
  expect([ids(), ids(5), ids(2)]).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
});

it.each([
  ['sshd', [2]],
  ['WEEKEND', [1]],
  ['100%', [3]],
  ['%', [3]],
  ['_', []],
  ['back\\slash', [4]],
  ['marta', [2]],
  ['marta sshd', [2]],
  ['marta weekend', []],
  ['outside', [4]],
  ['3', [3]],
  ['title', []],
  ["'; DROP TABLE revisions; --", []],
  ['   ', [4, 3, 2, 1]],
])('a search for %j finds by note, name, sentence or number', (search, ids) => {
  const { database, add } = makeHistory();
  add('a', { note: 'For the weekend' });
  add('b', { person: addPerson(database, 'Marta Kowalska'), sentences: words('host-deny changed', 'group sshd') });
  add('c', { note: '100% sure' });
  add('d', { source: 'outside', person: null, note: 'back\\slash' });
  expect(listRevisions(database, { search, limit: 10 }).map(({ id }) => id)).toEqual(ids);
});

it('five thousand revisions are searched without being loaded', () => {
  const { database, add } = makeHistory();
  database.exec('BEGIN');
  for (let count = 0; count < 5_000; count++) add('same', { note: count === 17 ? 'needle' : 'hay' });
  database.exec('COMMIT');
  expect(listRevisions(database, { search: 'needle', limit: 60 }).map(({ id }) => id)).toEqual([18]);
});

it.each([
  [{ result: 'running' }, 'kept'],
  [{ result: 'saved' }, 'saved'],
  [{ result: 'reverted', why: 'failed' }, 'reverted'],
  [{ result: 'reverted', why: 'interrupted' }, 'reverted'],
  [{ result: 'reverted', why: 'not-kept' }, 'not-kept'],
  [{ result: 'reverted', why: 'by-hand' }, 'reverted-by-hand'],
  [{ result: 'revert-failed', why: 'failed' }, 'revert-failed'],
  [{ result: 'superseded' }, 'superseded'],
  [{ result: 'failed' }, 'failed'],
  [{ result: 'interrupted' }, 'interrupted'],
  [null, 'under-way'],
] satisfies [Partial<ApplyOutcome> | null, string][])(
  'an apply that ended with %j makes a revision that is %s',
  (ended, fate) => {
    const { add, apply, fate: fateOf } = makeHistory();
    add('a', { source: 'first' });
    expect(fateOf(add('b', { applyId: apply('a', 'b', ended) }))).toBe(fate);
  },
);

it('a later revert takes a kept version back; the same change made anew is kept again', () => {
  const { database, add, apply, fate } = makeHistory();
  const first = add('a', { source: 'first' });
  const change = add('b', { applyId: apply('a', 'b', {}) });
  const revert = add('a', { applyId: apply('b', 'a', {}, { kind: 'revert' }) });
  const again = add('b', { applyId: apply('a', 'b', {}) });
  expect([first, change, revert, again].map(fate)).toEqual(['first', 'reverted-by-hand', 'kept', 'kept']);
  expect(findRevision(database, loadRevision(database, change)?.sha256 ?? '')?.id).toBe(again);
});

it('a version that Riposte took back has replaced nothing', () => {
  const { database, add, apply } = makeHistory();
  const first = add('a', { source: 'first' });
  const undone = add('b', { applyId: apply('a', 'b', { result: 'reverted', why: 'not-kept' }) });
  const kept = add('c', { applyId: apply('a', 'c', {}) });
  const replacedBy = (id: number) => {
    const revision = loadRevision(database, id);
    return revision && loadStory(database, revision).replacedBy?.id;
  };
  expect([first, undone, kept].map(replacedBy)).toEqual([kept, undefined, undefined]);
});

it('applies of an earlier version become revisions, with what they found on the disk', () => {
  const { database, apply, wrote } = makeHistory();
  wrote(apply('a', 'b', {}));
  apply('b', 'x', { result: 'not-written' });
  wrote(apply('c', 'd', { result: 'saved' }));
  wrote(apply('d', 'e', { result: 'failed' }));
  wrote(apply('e', 'e', {}, { kind: 'restart' }));
  importEarlierApplies(database);
  importEarlierApplies(database);
  const all = listRevisions(database, { limit: 20 }).reverse();
  expect(all.map(({ source, applyId }) => [source, applyId])).toEqual([
    ['first', null],
    ['riposte', 1],
    ['outside', null],
    ['riposte', 3],
    ['riposte', 4],
  ]);
  expect(all.map((one) => loadStory(database, one).fate)).toEqual(['first', 'kept', 'outside', 'saved', 'failed']);
  expect(all.map(revisionTitle)).toEqual([
    'First import of ossec.conf',
    'host-deny changed',
    'Other lines of the file changed',
    'host-deny changed',
    'host-deny changed',
  ]);
  expect(all[2]?.parentSha256).toBe(all[1]?.sha256);
});

it('a history that has begun takes no earlier applies', () => {
  const { database, add, apply, wrote } = makeHistory();
  add('a');
  wrote(apply('a', 'b', {}));
  importEarlierApplies(database);
  expect(listRevisions(database, { limit: 20 })).toHaveLength(1);
});

import { beforeEach, expect, it } from 'vitest';
import { type Database, inTransaction, openDatabaseAt } from '../state/database.ts';
import { auditLines, loadAudit, loadAuditActions } from './audit-entries.ts';
import { addAudit, FIRST_HASH, hashOf } from './audit-log.ts';
import { auditPlanOnce } from './audit-plan-once.ts';
import { verifyAudit } from './verify-audit.ts';

let database: Database;
beforeEach(() => {
  database = openDatabaseAt(':memory:');
});

const add = (action: string, person = 'ada', detail = {}) => addAudit(database, { person, action, detail });

function fill(count = 5): void {
  for (let at = 1; at <= count; at++) add(`did-${at}`, 'ada', { apply: at });
}

/** What a person with a shell could do to the file. */
function tamper(sql: string): void {
  database.exec(`DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted; ${sql}`);
}

it('an untouched log is whole, and its head is the hash of the last entry', () => {
  expect(verifyAudit(database)).toEqual({ ok: true, entries: 0, head: FIRST_HASH });
  fill();
  const { entries } = loadAudit(database, {});
  expect(verifyAudit(database)).toEqual({ ok: true, entries: 5, head: entries[0]?.hash });
  expect(entries.at(-1)?.previousHash).toBe(FIRST_HASH);
});

it('an entry can neither be changed nor deleted', () => {
  fill();
  expect(() => database.exec(`UPDATE audit SET person = 'eve'`)).toThrow('append-only');
  expect(() => database.exec('DELETE FROM audit WHERE seq = 3')).toThrow('append-only');
});

it.each([
  ['at', 'at = at + 1', 3],
  ['person', `person = 'eve'`, 3],
  ['action', `action = 'did-nothing'`, 3],
  ['detail', `detail = '{"apply": 3}'`, 3],
  ['previous_hash', `previous_hash = '${'1'.repeat(64)}'`, 3],
  ['hash', `hash = '${'1'.repeat(64)}'`, 3],
  ['seq', 'seq = 30', 3],
])('a change of %s in the middle is found', (_, set, seq) => {
  fill();
  tamper(`UPDATE audit SET ${set} WHERE seq = 3`);
  expect(verifyAudit(database)).toMatchObject({ ok: false, seq });
});

it.each(['at = at + 1', `person = 'eve'`, `detail = '{}'`, `hash = '${'1'.repeat(64)}'`])(
  'a change of the last entry is found: %s',
  (set) => {
    fill();
    tamper(`UPDATE audit SET ${set} WHERE seq = 5`);
    expect(verifyAudit(database)).toMatchObject({ ok: false, seq: 5 });
  },
);

it('an entry with a hash of its own making breaks the link to the next one', () => {
  fill();
  const third = JSON.parse([...auditLines(database)][2] ?? '');
  const hash = hashOf({ ...third, person: 'eve' });
  tamper(`UPDATE audit SET person = 'eve', hash = '${hash}' WHERE seq = 3`);
  expect(verifyAudit(database)).toEqual({
    ...{ ok: false, seq: 4 },
    problem: 'Entry 4 does not follow the entry before it.',
  });
});

it('two entries that changed places are found', () => {
  fill();
  tamper(
    'UPDATE audit SET seq = 30 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 30',
  );
  expect(verifyAudit(database)).toMatchObject({ ok: false, seq: 3 });
});

it.each([
  ['the first', 'seq = 1', 1, 'Entry 1 is missing.'],
  ['one in the middle', 'seq = 3', 3, 'Entry 3 is missing.'],
  ['the last', 'seq = 5', 5, 'Entry 5 is missing at the end.'],
  ['the last two', 'seq > 3', 4, 'Entries 4 to 5 are missing at the end.'],
  ['all', 'true', 1, 'Entries 1 to 5 are missing at the end.'],
])('a log without %s is found out', (_, which, seq, problem) => {
  fill();
  tamper(`DELETE FROM audit WHERE ${which}`);
  expect(verifyAudit(database)).toEqual({ ok: false, seq, problem });
});

it('a log whose end was cut off does not close over the gap when it goes on', () => {
  fill();
  tamper('DELETE FROM audit WHERE seq > 3');
  fill(4);
  expect(verifyAudit(database)).toEqual({ ok: false, seq: 4, problem: 'Entry 4 is missing.' });
});

it('a count that was wound back together with the end is found by a head that was kept elsewhere', () => {
  fill();
  const head = String(loadAudit(database, {}).entries[0]?.hash);
  add('later');
  expect(verifyAudit(database, head)).toMatchObject({ ok: true, entries: 6 });
  tamper(`DELETE FROM audit WHERE seq > 3; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'`);
  expect(verifyAudit(database)).toMatchObject({ ok: true, entries: 3 });
  expect(verifyAudit(database, head)).toMatchObject({ ok: false, problem: expect.stringContaining('given hash') });
});

it('a count that was wound back alone is found', () => {
  fill();
  database.exec(`UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit'`);
  expect(verifyAudit(database)).toMatchObject({ ok: false, seq: 3 });
});

it('a transaction that fails leaves no entry and no gap', () => {
  fill();
  const fails = () =>
    inTransaction(database, () => {
      add('not-done');
      throw new Error('full');
    });
  expect(fails).toThrow('full');
  add('done');
  expect(verifyAudit(database)).toMatchObject({ ok: true, entries: 6 });
});

it('100,000 entries can be written, verified and searched', () => {
  inTransaction(database, () => fill(100_000));
  expect(verifyAudit(database)).toMatchObject({ ok: true, entries: 100_000 });
  expect(loadAudit(database, { words: ['did-77777'] })).toMatchObject({ total: 1 });
  expect([...auditLines(database)]).toHaveLength(100_000);
});

it('the log is searched by person, action, time and words, newest first, a page at a time', () => {
  fill(7);
  add('finding-muted', 'bob', { title: '100% of _all_', reason: 'known' });
  const seqs = (search: object, more = {}) => loadAudit(database, search, more).entries.map(({ seq }) => seq);
  expect(seqs({ person: 'bob' })).toEqual([8]);
  expect(seqs({ action: 'did-2' })).toEqual([2]);
  expect(seqs({ words: ['100%', 'known'] })).toEqual([8]);
  expect(seqs({ words: ['known', 'absent'] })).toEqual([]);
  expect(seqs({ words: ['_all'] })).toEqual([8]);
  expect(seqs({ words: ['%'] })).toEqual([8]);
  expect(seqs({ words: ['ADA'], action: 'did-1' })).toEqual([1]);
  expect(seqs({ from: Date.now() + 60_000 })).toEqual([]);
  expect(seqs({ to: Date.now() - 60_000 })).toEqual([]);
  expect(seqs({ from: 0, to: Date.now() })).toHaveLength(8);
  expect(seqs({}, { page: 2, size: 3 })).toEqual([5, 4, 3]);
  expect(loadAudit(database, {}, { page: 2, size: 3 }).total).toBe(8);
  expect(seqs({ words: ["'; DROP TABLE audit; --"] })).toEqual([]);
});

it('a word also means the people and actions that are called so', () => {
  fill(2);
  add('finding-muted', 'x1');
  const meaning = (word: string) => ({
    persons: word === 'robert' ? ['x1'] : [],
    actions: word === 'second' ? ['did-2'] : [],
  });
  const seqs = (word: string) => loadAudit(database, { words: [word] }, { meaning }).entries.map(({ seq }) => seq);
  expect([seqs('robert'), seqs('second'), seqs('x1')]).toEqual([[3], [2], [3]]);
});

it('lines hold what was hashed, so that anybody can prove them', () => {
  fill(3);
  let previousHash = FIRST_HASH;
  for (const line of auditLines(database)) {
    const entry = JSON.parse(line);
    expect(entry.previousHash).toBe(previousHash);
    expect(hashOf(entry)).toBe(entry.hash);
    previousHash = entry.hash;
  }
  expect(verifyAudit(database)).toMatchObject({ head: previousHash });
  expect(loadAuditActions(database)).toEqual(['did-1', 'did-2', 'did-3']);
});

it('a plan is noted once a person, and again when another one was shown in between', () => {
  const plans = () => loadAudit(database, {}).entries.map(({ person, detail }) => [person, detail.plan]);
  for (const person of ['ada', 'ada', 'bob']) auditPlanOnce(database, person, 'a');
  auditPlanOnce(database, 'ada', 'b');
  auditPlanOnce(database, 'ada', 'a');
  expect(plans().reverse()).toEqual([
    ['ada', 'a'],
    ['bob', 'a'],
    ['ada', 'b'],
    ['ada', 'a'],
  ]);
});

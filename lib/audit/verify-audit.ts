/*
 * Proves that nothing in the audit log was changed, swapped or removed: every hash, every link, every number. Reads one
 * entry at a time. Knows no file and no words of a page.
 */
import type { Database } from '../state/database.ts';
import type { AuditVerdict } from '../view/audit.ts';
import { FIRST_HASH, hashOf } from './audit-log.ts';

/** One statement, so that an entry added meanwhile is in both parts or in none. One row at least. */
const CHAIN = `
  SELECT given.seq AS given, audit.* FROM
    (SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0) AS seq) AS given
    LEFT JOIN audit ORDER BY audit.seq`;

type Row = Record<string, unknown>;

/** What is wrong with an entry that should follow `previousHash` as number `seq`; null when nothing is. */
function problemOf(row: Row, seq: number, previousHash: string): string | null {
  if (row.seq !== seq) return `Entry ${seq} is missing.`;
  if (row.previous_hash !== previousHash) return `Entry ${seq} does not follow the entry before it.`;
  const { at, person, action, detail } = row;
  const hash = hashOf({
    ...{ seq, at: Number(at), person: String(person), action: String(action), detail: String(detail) },
    previousHash,
  });
  return row.hash === hash ? null : `Entry ${seq} is not what was written: its hash is another.`;
}

/** Checks the whole chain. `head` is a hash noted earlier: the entry that had it must still be there. */
export function verifyAudit(database: Database, head?: string): AuditVerdict {
  let entries = 0;
  let given = 0;
  let last = FIRST_HASH;
  let isHeadSeen = head === undefined || head === FIRST_HASH;
  for (const row of database.prepare(CHAIN).iterate()) {
    given = Number(row.given);
    if (row.seq === null) break;
    const seq = entries + 1;
    const problem = problemOf(row, seq, last);
    if (problem) return { ok: false, seq, problem };
    entries = seq;
    last = String(row.hash);
    isHeadSeen ||= last === head;
  }
  if (given > entries) return { ok: false, seq: entries + 1, problem: `${missing(entries + 1, given)} at the end.` };
  if (given < entries) {
    return { ok: false, seq: given + 1, problem: `The database says that it gave out ${given} numbers only.` };
  }
  if (!isHeadSeen) return { ok: false, seq: entries + 1, problem: 'The entry with the given hash is not in the log.' };
  return { ok: true, entries, head: last };
}

const missing = (from: number, to: number): string =>
  from === to ? `Entry ${from} is missing` : `Entries ${from} to ${to} are missing`;

/*
 * Reading the audit log: a stored row as an entry, the search of the page, every entry in order for an export. Writing is
 * audit-log's business, proving the chain is verify-audit's.
 */
import type { Database } from '../state/database.ts';
import type { AuditEntry } from './audit-log.ts';

export type AuditSearch = {
  /** A person's id. */
  person?: string | undefined;
  action?: string | undefined;
  /** Each of these has to be found: in the detail, the action, the person, or what it means of them. */
  words?: readonly string[] | undefined;
  /** Epoch milliseconds, both ends included. */
  from?: number | undefined;
  to?: number | undefined;
};

/** What a word means beside the text that is stored: names of people and words of actions. */
export type WordMeaning = (word: string) => { persons: readonly string[]; actions: readonly string[] };

export type AuditPage = { entries: AuditEntry[]; total: number };

type Row = Record<string, unknown>;

export const toEntry = (row: Row): AuditEntry => ({
  seq: Number(row.seq),
  at: Number(row.at),
  person: String(row.person),
  action: String(row.action),
  detail: parseDetail(String(row.detail)),
  previousHash: String(row.previous_hash),
  hash: String(row.hash),
});

/** A detail that was tampered with is still shown, as far as it can be. */
function parseDetail(text: string): AuditEntry['detail'] {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null ? (detail as AuditEntry['detail']) : { text };
  } catch {
    return { text };
  }
}

const nothing: WordMeaning = () => ({ persons: [], actions: [] });

/** `%`, `_` and `\` in a word stand for themselves. */
const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function whereOf({ person, action, words = [], from, to }: AuditSearch, meaning: WordMeaning) {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (part: string, ...more: (string | number)[]) => {
    parts.push(part);
    values.push(...more);
  };
  if (person !== undefined) add('person = ?', person);
  if (action !== undefined) add('action = ?', action);
  if (from !== undefined) add('at >= ?', from);
  if (to !== undefined) add('at <= ?', to);
  for (const word of words) {
    const { persons, actions } = meaning(word);
    const text = like(word);
    add(
      `(detail LIKE ? ESCAPE '\\' OR action LIKE ? ESCAPE '\\' OR person LIKE ? ESCAPE '\\'
        OR person IN (SELECT value FROM json_each(?)) OR action IN (SELECT value FROM json_each(?)))`,
      ...[text, text, text, JSON.stringify(persons), JSON.stringify(actions)],
    );
  }
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

/** One page of what matches, newest first, and how many match in all. `page` counts from 1. */
export function loadAudit(
  database: Database,
  search: AuditSearch,
  { page = 1, size = 50, meaning = nothing }: { page?: number; size?: number; meaning?: WordMeaning } = {},
): AuditPage {
  const { where, values } = whereOf(search, meaning);
  const counted = database.prepare(`SELECT COUNT(*) AS total FROM audit ${where}`).get(...values);
  const rows = database
    .prepare(`SELECT * FROM audit ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`)
    .all(...values, size, (page - 1) * size);
  return { entries: rows.map(toEntry), total: Number(counted?.total ?? 0) };
}

/** The actions that are in the log, sorted. */
export const loadAuditActions = (database: Database): string[] =>
  database
    .prepare('SELECT DISTINCT action FROM audit ORDER BY action')
    .all()
    .map(({ action }) => String(action));

const LINES_AT_ONCE = 500;

/**
 * Every entry as it is stored, oldest first, one JSON document each: `detail` is the text that was hashed. Read a part at a
 * time: a statement left open would hold up whoever writes on this connection.
 */
export function* auditLines(database: Database): Generator<string> {
  const next = database.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?');
  for (let last = -1; ; ) {
    const rows = next.all(last, LINES_AT_ONCE);
    for (const { seq, at, person, action, detail, previous_hash: previousHash, hash } of rows) {
      yield JSON.stringify({ seq, at, person, action, detail, previousHash, hash });
    }
    if (rows.length < LINES_AT_ONCE) return;
    last = Number(rows.at(-1)?.seq);
  }
}

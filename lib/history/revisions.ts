/*
 * Revisions: every version of ossec.conf that was on the manager, whether Riposte wrote it or noticed it. Owns the table
 * revisions; the bytes are contents' business, how an apply ended is the record of the apply.
 */
import { peopleCalled } from '../auth/people.ts';
import type { Database } from '../state/database.ts';
import type { ChangeWords } from '../view/apply.ts';

export type RevisionSource =
  /** Written by Riposte. */
  | 'riposte'
  /** Changed by somebody else: vi, Ansible, another dashboard. */
  | 'outside'
  /** What was there when Riposte first looked. */
  | 'first';

export type Revision = {
  id: number;
  sha256: string;
  /** The version it replaced; null for the first. */
  parentSha256: string | null;
  source: RevisionSource;
  /** A person's id; null for what happened outside Riposte. */
  person: string | null;
  note: string;
  sentences: ChangeWords[];
  applyId: number | null;
  /** Epoch milliseconds: when it came to the disk, as far as is known. */
  at: number;
};

type NewRevision = Omit<Revision, 'id'>;

/** Adds a revision; returns its number. Its bytes must have been kept (saveContent). */
export function addRevision(database: Database, revision: NewRevision): number {
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO revisions (sha256, parent_sha256, source, person, note, sentences, apply_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      revision.sha256,
      revision.parentSha256,
      revision.source,
      revision.person,
      revision.note,
      JSON.stringify(revision.sentences),
      revision.applyId,
      revision.at,
    );
  return Number(lastInsertRowid);
}

const toRevision = (row: Record<string, unknown>): Revision => ({
  id: Number(row.id),
  sha256: String(row.sha256),
  parentSha256: row.parent_sha256 === null ? null : String(row.parent_sha256),
  source: row.source as RevisionSource,
  person: row.person === null ? null : String(row.person),
  note: String(row.note),
  sentences: JSON.parse(String(row.sentences)),
  applyId: row.apply_id === null ? null : Number(row.apply_id),
  at: Math.round(Number(row.at)),
});

/** The revision; null when there is none with this number. */
export function loadRevision(database: Database, id: number): Revision | null {
  const row = database.prepare('SELECT * FROM revisions WHERE id = ?').get(id);
  return row ? toRevision(row) : null;
}

/** The newest revision; null before the first. */
export function loadLastRevision(database: Database): Revision | null {
  const row = database.prepare('SELECT * FROM revisions ORDER BY id DESC LIMIT 1').get();
  return row ? toRevision(row) : null;
}

/** The newest revision with this content; null when Riposte never met it. */
export function findRevision(database: Database, sha256: string): Revision | null {
  const row = database.prepare('SELECT * FROM revisions WHERE sha256 = ? ORDER BY id DESC LIMIT 1').get(sha256);
  return row ? toRevision(row) : null;
}

/** Up to `limit` revisions after `after`, oldest first: for those who go through all of them. */
export function revisionsAfter(database: Database, after: number, limit = 100): Revision[] {
  return database.prepare('SELECT * FROM revisions WHERE id > ? ORDER BY id LIMIT ?').all(after, limit).map(toRevision);
}

export type RevisionQuery = {
  /** Every word has to be in the note, in the name of the person or in the sentences; or be the number. */
  search?: string;
  /** Only those before this one. */
  before?: number;
  limit: number;
};

const MOST_WORDS = 8;

const WORD = `(note LIKE :like ESCAPE '\\' OR CAST(id AS TEXT) = :word
  OR person IN (SELECT value FROM json_each(:people))
  OR (source = 'outside' AND 'outside riposte' LIKE :like ESCAPE '\\')
  OR EXISTS (SELECT 1 FROM json_each(sentences)
    WHERE value ->> 'title' LIKE :like ESCAPE '\\' OR value ->> 'detail' LIKE :like ESCAPE '\\'))`;

const asPattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Revisions, newest first. */
export function listRevisions(database: Database, { search = '', before, limit }: RevisionQuery): Revision[] {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const values: Record<string, string | number> = { before: before ?? Number.MAX_SAFE_INTEGER, limit };
  const wheres = words.map((word, at) => {
    values[`like${at}`] = asPattern(word);
    values[`word${at}`] = word;
    values[`people${at}`] = JSON.stringify(peopleCalled(database, word));
    return WORD.replace(/:(like|word|people)/g, `:$1${at}`);
  });
  const where = ['id < :before', ...wheres].join(' AND ');
  return database
    .prepare(`SELECT * FROM revisions WHERE ${where} ORDER BY id DESC LIMIT :limit`)
    .all(values)
    .map(toRevision);
}

/** How it is called in a list. */
export function revisionTitle({ source, sentences }: Pick<Revision, 'source' | 'sentences'>): string {
  const [first, ...others] = sentences;
  if (source === 'first') return 'First import of ossec.conf';
  if (!first) return source === 'outside' ? 'ossec.conf changed' : 'ossec.conf written';
  return others.length > 0 ? `${first.title}, and ${others.length} more` : first.title;
}

/*
 * Revisions: every version of ossec.conf that was on the manager, whether Riposte wrote it or noticed it. Owns the table
 * revisions; the bytes are contents' business, how an apply ended is the record of the apply.
 */
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

/*
 * A conflict as a page shows it: one block three times, and what can be done. Plain shapes; who fills them is
 * lib/workflow/conflict-view.ts.
 */
import type { Mark } from '../diff/mark-words.ts';
import type { Phrase } from '../ossec/describe/phrase.ts';

export type ConflictLine = {
  /** In its file, counted from 1; null in a text that stands in no file yet. */
  line: number | null;
  text: string;
  /** So many characters at its start belong to a comment that began above. */
  comment: number;
  /** Against the block as it was: on "theirs" and "yours" what came, on "was" what either side changed. */
  isChanged: boolean;
  marks: Mark[];
};

export type ConflictSide = {
  /** Null: the block does not exist on this side. */
  lines: ConflictLine[] | null;
  /** What this side did, in words. */
  words: Phrase[];
};

export type ConflictView = {
  /** A change of the draft: what settling is asked for. */
  id: string;
  title: string;
  was: ConflictSide;
  theirs: ConflictSide;
  yours: ConflictSide;
  /** Why it did not go over to the new file by itself. */
  why: string;
  /** What "Use mine" would do, in a sentence; null when it can't be done. */
  mine: string | null;
  /** The form of the response once mine is used; null where there is none, or other conflicts come first. */
  isEditable: boolean;
};

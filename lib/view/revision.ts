/*
 * A revision as data for pages: how it fared, told from its apply and from what came after it. Plain shapes; lib/history says
 * what is in them.
 */

/** How a version of the file fared, or is faring. */
export type RevisionFate =
  /** What was there when Riposte first looked. */
  | 'first'
  /** Written by somebody else. */
  | 'outside'
  | 'under-way'
  /** Written, proved, and kept or not asked for. */
  | 'kept'
  /** Written; the manager was not restarted for it. */
  | 'saved'
  /** Taken back by Riposte: a step failed, or Riposte itself stopped. */
  | 'reverted'
  /** Taken back by Riposte: nobody kept it in time. */
  | 'not-kept'
  /** Taken back because a person said so, then or later. */
  | 'reverted-by-hand'
  /** Riposte could not take it back. */
  | 'revert-failed'
  /** Somebody else wrote over it meanwhile. */
  | 'superseded'
  /** Written; the manager did not come up with it (before version 0.2 only). */
  | 'failed'
  /** Nobody saw how it ended (before version 0.2 only). */
  | 'interrupted';

/** Taken off the manager again: the version before it came back. */
export const isUndone = (fate: RevisionFate): boolean =>
  fate === 'reverted' || fate === 'not-kept' || fate === 'reverted-by-hand';

/** One line of the list. */
export type RevisionItem = {
  id: number;
  title: string;
  who: string;
  when: string;
  fate: RevisionFate;
  /** It is what the manager runs now. */
  running: boolean;
  /** It is what ossec.conf holds now. */
  onDisk: boolean;
};

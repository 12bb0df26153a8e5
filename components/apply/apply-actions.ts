/* What the page of an apply may do, as the server found it for this person; what is absent can't be done. */
import type { ActionResult } from '@/lib/view/action-result';

type ById<Extra extends object = object> = (input: { id: number }) => Promise<ActionResult<Extra>>;
type Started = { id: number };

export type ApplyActions = {
  /** Says to an apply that waits for it: keep. */
  keep?: ById;
  /** Says to an apply that is under way: put the previous file back. */
  revertNow?: ById;
  /** Tries again what a failed revert could not do. */
  retryRevert?: ById<Started>;
  /** Ends the alarm of a failed revert without another try. */
  leaveAsIs?: ById;
  /** Puts the file from before back; absent when that is not possible (any more). */
  revert?: ById<Started>;
  restart?: () => Promise<ActionResult<Started>>;
  hasDraft: boolean;
  /** What a failed revert left was put right since, or is the matter of a later apply. */
  isSettled?: boolean;
  /** This person started it: what is taken back is in their own draft. */
  isMine?: boolean;
  /** What was taken back is set aside: another draft had been begun by then. */
  isAside?: boolean;
  /** Where what this apply wrote is compared with the file on disk. */
  compareHref?: string | undefined;
  /** Other applies came after this one: what it says was true then. */
  isPast?: boolean;
};

/** Ids of people and their names. */
export type Names = Readonly<Record<string, string>>;

export const nameIn = (names: Names, id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);

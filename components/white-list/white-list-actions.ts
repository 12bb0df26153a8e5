import type { Change } from '@/lib/ossec/edit/change';
import type { ActionResult } from '@/lib/view/action-result';

type Undoable = { previous: Change[]; revision: string };

/** What the page and its parts ask of the server. */
export type WhiteListActions = {
  add: (input: { values: unknown }) => Promise<ActionResult<Undoable>>;
  change: (input: { changes: unknown }) => Promise<ActionResult<Undoable>>;
  undoTo: (input: { changes: unknown; revision?: string }) => Promise<ActionResult>;
  takeBack: (input: { ids: string[] }) => Promise<ActionResult>;
  saveNote: (input: { address: string; values: unknown }) => Promise<ActionResult>;
};

export type GuardActions = {
  protect: (input: { addresses: string[] }) => Promise<ActionResult<Undoable>>;
  dismiss: (input: { addresses: string[]; reason: string }) => Promise<ActionResult>;
  undoTo: WhiteListActions['undoTo'];
};

/*
 * The story of one conflict settled: the block as somebody else left it, or what the person wanted made anew for it. The other
 * changes of the draft stay as they are; with the last conflict the draft goes over to the new file.
 */
import { randomUUID } from 'node:crypto';
import { saveContent } from '../history/contents.ts';
import type { Change, Config } from '../ossec/index.ts';
import { strip } from './change-draft.ts';
import { blockOf, partnerOf } from './conflict-block.ts';
import { type DraftChange, loadDraft, saveDraft } from './draft.ts';
import { type DraftOutcome, refused, revisionIn, snapshotOf, storeDraft, withDraft } from './draft-transaction.ts';
import { rememberConfirmed } from './guard-all.ts';
import { inOrder, renameInDraft, targetOf } from './merge-change.ts';
import type { RebasedChange } from './rebase-changes.ts';
import { remakeChanges } from './settle-conflict-remake.ts';
import { loadParsed, refreshDraft, type Workspace } from './workspace.ts';

export type Choice = 'theirs' | 'mine';

/** `id` is the first of the conflict's changes, `base` the file they were made on: null when its bytes are gone. */
export type Conflict = { id: string; group: RebasedChange[]; base: Config | null };

/** The conflicts of the draft, those of one block together, in the order of the draft. */
export function conflictsOf({ draft, base, database, restored, config }: Workspace): Conflict[] {
  const own = restored ? config : base;
  const groups = new Map<string, RebasedChange[]>();
  for (const one of draft?.changes ?? []) {
    if (one.conflict === null) continue;
    const key = `${one.madeOn ?? ''} ${targetOf(one.made) ?? one.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [{ id: first.id, group, base: first.madeOn === undefined ? own : loadParsed(database, first.madeOn) }];
  });
}

const settled = refused({
  code: 'no-such-conflict',
  message: 'This conflict is settled already.',
  hint: 'Reload the page to see your draft as it is.',
  line: null,
});

const cannotRemake = refused({
  code: 'cannot-remake',
  message: 'Your change cannot be made anew for the file as it is now.',
  hint: 'Keep theirs, then make the change by hand.',
  line: null,
});

/** `formKey` names the response that mine is about in the form's address; null where there is no form for it. */
export type SettleOutcome =
  | (Extract<DraftOutcome, { status: 'saved' }> & { formKey: string | null })
  | Extract<DraftOutcome, { status: 'refused' }>;

/** Settles the conflict that `changeId` is part of. Refused, with nothing changed, when the result would not plan. */
export function settleConflict(workspace: Workspace, changeId: string, choice: Choice): SettleOutcome {
  return withDraft(workspace, (fresh) => {
    const conflict = conflictsOf(fresh).find(({ group }) => group.some(({ id }) => id === changeId));
    if (!conflict || !fresh.config) return settled;
    const remade = choice === 'mine' ? remakeFor(fresh, conflict, fresh.config) : [];
    return remade ? replace(fresh, conflict, remade) : cannotRemake;
  });
}

/** What "Use mine" asks of the file as it is now; null when that can't be said. */
export function remakeFor({ draft }: Workspace, { group, base }: Conflict, now: Config): Change[] | null {
  if (!base) return null;
  const on = group[0]?.madeOn;
  const others = (draft?.changes ?? []).filter(({ conflict, madeOn }) => conflict === null && madeOn === on);
  return remakeChanges(
    group.map(({ made }) => made),
    { before: base, now, others: others.map(({ made }) => made) },
  );
}

function replace(fresh: Workspace, conflict: Conflict, remade: readonly Change[]): SettleOutcome {
  const { database, person, file } = fresh;
  const stored = loadDraft(database, person);
  if (!stored || !file) return settled;
  const taken = new Set(conflict.group.map(({ id }) => id));
  const left = followRename(
    stored.changes.filter(({ id }) => !taken.has(id)),
    conflict,
    { now: fresh.config, remade },
  );
  // Those of a command that is added again come first: the id of the person's own change stays with that.
  const spare = conflict.group.map(({ id }) => id).reverse();
  const added = [...remade]
    .reverse()
    .map(
      (change): DraftChange => ({ id: spare.pop() ?? randomUUID(), change, madeAt: Date.now(), madeOn: file.sha256 }),
    );
  saveContent(database, file.bytes);
  saveDraft(database, { ...stored, changes: inOrder([...left, ...added.reverse()]), savedAt: Date.now() });
  rememberConfirmed(person, stored.changes);
  const outcome = finish(refreshDraft(fresh), added);
  if (outcome.status !== 'saved') {
    saveDraft(database, stored);
    return outcome;
  }
  const previous = stored.changes.map(({ change }) => change);
  return { ...outcome, previous, draft: snapshotOf(stored), formKey: formKeyOf(added) };
}

function formKeyOf(added: readonly DraftChange[]): string | null {
  for (const { id, change } of added) {
    if (change.op === 'add-response') return `d-${id}`;
    if (change.op !== 'edit-response') continue;
    return change.commented === undefined ? `r${change.index}` : `c${change.commented}`;
  }
  return null;
}

/** The draft with one conflict less; on the file as it is now when it was the last one. */
function finish(view: Workspace, added: readonly DraftChange[]): DraftOutcome {
  const changes = view.draft?.changes ?? [];
  const ids = new Set(added.map(({ id }) => id));
  const failed = changes.find(({ id, conflict }) => ids.has(id) && conflict !== null);
  if (failed?.conflict) {
    const message = 'Your change does not fit the file as it is now.';
    return refused({ code: 'still-in-conflict', message, hint: failed.conflict, line: null });
  }
  const isLast = changes.every(({ conflict }) => conflict === null);
  if (isLast && changes.length > 0) return storeDraft(view, changes.map(strip));
  return { status: 'saved', count: changes.length, previous: [], revision: revisionIn(view) };
}

/** The other changes name a command as it will be called: by the new name of either side, or by the old one again. */
function followRename(
  left: DraftChange[],
  { group, base }: Conflict,
  { now, remade }: { now: Config | null; remade: readonly Change[] },
): DraftChange[] {
  const made = group[0]?.made;
  if (!base || !now || made?.op !== 'edit-command') return left;
  const mine = remade.map(nameGivenBy).find((name) => name !== undefined);
  const was = blockOf(base, made);
  const is = was && partnerOf(base, now, was);
  const theirs = is?.kind === 'command' ? is.block.name : null;
  return renameInDraft(left, made.set.name ?? made.name, mine ?? theirs ?? made.name);
}

function nameGivenBy(change: Change): string | undefined {
  if (change.op === 'add-command') return change.command.name;
  return change.op === 'edit-command' ? change.set.name : undefined;
}

/*
 * The conflicts of a draft, ready to show: for each block how it was, what the others made of it, and what the person's own
 * change would have made of it.
 */
import { commandChanges } from '../ossec/compare/command-changes.ts';
import { describeChange } from '../ossec/compare/describe-change.ts';
import { responseChanges } from '../ossec/compare/response-changes.ts';
import { type Phrase, toText } from '../ossec/describe/phrase.ts';
import { type Change, type Config, planChanges } from '../ossec/index.ts';
import type { ConflictView } from '../view/conflict.ts';
import { blockOf, type FoundBlock, partnerOf } from './conflict-block.ts';
import { conflictTexts, type Side } from './conflict-view-text.ts';
import { type Conflict, conflictsOf, remakeFor } from './settle-conflict.ts';
import type { Workspace } from './workspace.ts';

/** Every conflict of the draft; empty when there is none. */
export function viewConflicts(workspace: Workspace): ConflictView[] {
  const { config } = workspace;
  const conflicts = config ? conflictsOf(workspace) : [];
  return conflicts.map((conflict) => viewOne(workspace, conflict, config as Config, conflicts.length));
}

function viewOne(workspace: Workspace, conflict: Conflict, now: Config, count: number): ConflictView {
  const { id, group, base } = conflict;
  const made = group.map((one) => one.made);
  const [first] = made as [Change];
  const why = group[0]?.conflict ?? '';
  const remade = remakeFor(workspace, conflict, now);
  const described = made.map((change) => describeChange((base ?? now).model, change));
  const yours = described.map(({ title, detail }) => sentence(title, detail));
  const isEditable = count === 1 && (remade ?? []).some(({ op }) => op === 'edit-response' || op === 'add-response');
  const view = {
    ...{ id, why, isEditable, mine: mineWords(made, remade) },
    title: described[0]?.title ?? 'A change',
  };
  if (!base) {
    const [was, theirs] = [noText([]), noText([])];
    return { ...view, was, theirs, yours: { lines: null, words: yours } };
  }
  const was = blockOf(base, first);
  const is = was ? partnerOf(base, now, was) : takenBy(first, now);
  const texts = conflictTexts(sideOf(base, was), sideOf(now, is), yourSide(workspace, conflict, base, was));
  return {
    ...view,
    was: { lines: texts.was, words: [] },
    theirs: { lines: texts.theirs, words: theirWords(base, now, was, is) },
    yours: { lines: texts.yours, words: yours },
  };
}

const noText = (words: Phrase[]) => ({ lines: null, words });

const sentence = (title: string, detail: Phrase): Phrase =>
  toText(detail) === '' ? [{ strong: title }, '.'] : [{ strong: title }, ': ', ...detail];

const sideOf = (config: Config, found: FoundBlock | null): Side => found && { config, span: found.block.span };

/** What stands in the way of something new: the command that has its name. */
function takenBy(change: Change, now: Config): FoundBlock | null {
  const name = change.op === 'add-command' ? change.command.name : null;
  const block = name === null ? undefined : now.model.commands.find((one) => one.name === name);
  return block ? { kind: 'command', block } : null;
}

/** What the change makes of the block as it was, planned with the commands that the draft has made for it. */
function yourSide({ draft }: Workspace, { group }: Conflict, base: Config, was: FoundBlock | null): Side {
  const ids = new Set(group.map(({ id }) => id));
  const on = group[0]?.madeOn;
  const changes = (draft?.changes ?? []).filter(
    ({ id, made, madeOn }) =>
      ids.has(id) || (madeOn === on && (made.op === 'add-command' || made.op === 'edit-command')),
  );
  const plan = planChanges(
    base,
    changes.map(({ made }) => made),
  );
  if (!plan.ok) return null;
  const block = was ? partnerOf(base, plan.after, was)?.block : addedBlock(base, plan.after, group[0]?.made);
  return block ? { config: plan.after, span: block.span, isNew: true } : null;
}

function addedBlock(base: Config, after: Config, made: Change | undefined) {
  if (made?.op === 'add-command') return after.model.commands.find(({ name }) => name === made.command.name);
  if (made?.op !== 'add-response') return undefined;
  const known = new Set(responseChanges(base, after, new Map()).pairs.map(([, { block }]) => block));
  return after.model.responses.find((block) => !known.has(block));
}

const DELETED: Phrase = ['They removed it.'];
const OTHERWISE: Phrase = ['Its values are the same. Its comments, its layout or its place changed.'];

/** What the others did to the block. */
function theirWords(base: Config, now: Config, was: FoundBlock | null, is: FoundBlock | null): Phrase[] {
  if (!was) return is ? [['There is one of this name now.']] : [];
  if (!is) return [DELETED];
  const commands = commandChanges(base.model.commands, now.model.commands);
  const edits = was.kind === 'command' ? commands.edits : responseChanges(base, now, commands.renamed).edits;
  const words = edits
    .filter((change) => blockOf(base, change)?.block.span.start === was.block.span.start)
    .map((change) => describeChange(base.model, change))
    .map(({ title, detail }) => sentence(title, detail));
  if (words.length > 0) return words;
  const renamed = was.kind === 'response' && is.kind === 'response' && was.block.command !== is.block.command;
  return [renamed ? [`Its command is called ${is.block.command} now.`] : OTHERWISE];
}

/** What "Use mine" does, so that nobody is surprised; null when it can't be done. */
function mineWords(made: readonly Change[], remade: readonly Change[] | null): string | null {
  if (!remade) return null;
  if (remade.length === 0) return 'There is nothing left to do: the file says it already.';
  if (remade.some(({ op }) => op === 'remove-response' || op === 'remove-command')) return 'Removes their version.';
  const isAgain = made.every(({ op }) => !op.startsWith('add-')) && remade.some(({ op }) => op.startsWith('add-'));
  if (isAgain) return 'Adds it again, with your values.';
  if (made.length < remade.length) return 'Adds the command again that it needs.';
  return 'Sets what you changed in their version. The rest stays as they left it.';
}

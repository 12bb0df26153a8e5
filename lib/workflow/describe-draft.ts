/*
 * The draft as sentences: one title and one detail a change, for the pending bar, Review and the record of an apply.
 */
import { describeChange } from '../ossec/compare/describe-change.ts';
import { type Phrase, toText } from '../ossec/describe/phrase.ts';
import type { Change, ConfigModel } from '../ossec/index.ts';
import type { ChangeWords } from './apply/apply-record.ts';
import { plannedChanges } from './draft-view.ts';
import type { Workspace } from './workspace.ts';

export type Mark = '+' | '~' | '-';

/** Added, changed or removed: the glyph of a change. */
export function markOf(change: Change): Mark {
  if (change.op.startsWith('add-')) return '+';
  return change.op.startsWith('remove-') ? '-' : '~';
}

export type DescribedChange = {
  id: string;
  mark: Mark;
  title: string;
  detail: Phrase;
  line: number | null;
  conflict: string | null;
};

/** Every change of the draft in words, those in conflict included. */
export function describeChanges(
  model: ConfigModel,
  changes: readonly { id: string; change: Change; conflict: string | null }[],
): DescribedChange[] {
  return changes.map(({ id, change, conflict }) => ({
    id,
    conflict,
    mark: markOf(change),
    ...describeChange(model, change),
  }));
}

/** What an apply of this draft does, as plain text for its record. */
export function describeDraft({ config, draft }: Workspace): ChangeWords[] {
  if (!config || !draft) return [];
  return describeChanges(config.model, plannedChanges(draft)).map(({ mark, title, detail }) => ({
    mark,
    title,
    detail: toText(detail),
  }));
}

/** How many changes of each kind: "+ 1 added, ~ 1 changed". */
export function countChanges(changes: readonly { change: Change }[]): {
  added: number;
  changed: number;
  removed: number;
} {
  const marks = changes.map(({ change }) => markOf(change));
  const count = (mark: Mark) => marks.filter((one) => one === mark).length;
  return { added: count('+'), changed: count('~'), removed: count('-') };
}

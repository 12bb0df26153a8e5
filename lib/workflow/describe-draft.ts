/*
 * The draft as sentences: one title and one detail a change, for the pending bar, Review and the record of an apply.
 */
import { compareConfigs } from '../ossec/compare/compare-configs.ts';
import { describeChange } from '../ossec/compare/describe-change.ts';
import { type Phrase, toText } from '../ossec/describe/phrase.ts';
import type { Change, Config, ConfigModel } from '../ossec/index.ts';
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

/** The way from one file to another, as plain text for a record. */
export function describeComparison(before: Config, after: Config): ChangeWords[] {
  const { changes, otherLinesChanged } = compareConfigs(before, after);
  const words = changes.map((change): ChangeWords => {
    const { title, detail } = describeChange(before.model, change);
    return { mark: markOf(change), title, detail: toText(detail) };
  });
  if (words.length === 0 && !otherLinesChanged && before.tree.text !== after.tree.text)
    return [{ mark: '~', title: 'Blank lines, indentation or line ends changed', detail: '' }];
  if (!otherLinesChanged) return words;
  const title = words.length > 0 ? 'Other lines changed, too' : 'Other lines of the file changed';
  return [...words, { mark: '~', title, detail: '' }];
}

/** What an apply of this draft does, as plain text for its record. */
export function describeDraft({ config, draft, restored }: Workspace): ChangeWords[] {
  if (!config || !draft) return [];
  if (restored) return draft.plan.ok ? describeComparison(restored.onDisk, draft.plan.after) : [];
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

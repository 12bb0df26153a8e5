import { expect, it } from 'vitest';
import { toText } from '../ossec/describe/phrase.ts';
import type { Change } from '../ossec/index.ts';
import type { ConflictLine, ConflictSide } from '../view/conflict.ts';
import { addToDraft } from './change-draft.ts';
import { viewConflicts } from './conflict-view.ts';
import { makeWorkspace } from './fixtures/made-workspace.ts';

const block = (level: number, more = '') => `  <active-response>
    <command>drop</command>
    <location>local</location>
    <level>${level}</level>${more}
  </active-response>
`;
const command = `  <command>
    <name>drop</name>
    <executable>firewall-drop</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>
`;
const file = (...blocks: string[]) => `<ossec_config>\n${command}${blocks.join('')}</ossec_config>\n`;
const timeout = '\n    <timeout>60</timeout>';
const edit: Change = { op: 'edit-response', index: 0, set: { level: 10 } };

function view(before: string, changes: Change[], after: string) {
  const made = makeWorkspace(before);
  const saved = addToDraft(made.load(), changes);
  if (saved.status !== 'saved') throw new Error(saved.message);
  made.text = after;
  return viewConflicts(made.load());
}

/** The marked lines with the marked words in brackets; the others as they are. */
const shown = (lines: ConflictLine[] | null) =>
  lines?.map(({ text, marks, isChanged }) => {
    let result = text;
    for (const { start, end } of [...marks].sort((a, b) => b.start - a.start))
      result = `${result.slice(0, start)}[${result.slice(start, end)}]${result.slice(end)}`;
    return (isChanged ? '! ' : '  ') + result.trim();
  });
const words = ({ words }: ConflictSide) => words.map(toText);

it('shows the block alone as it was, as they left it and as I would have it, what differs marked', () => {
  const [conflict] = view(file(block(7), block(3)), [edit], file(block(3), block(7, timeout)));
  expect(shown(conflict?.was.lines ?? null)?.[3]).toBe('! <level>[7]</level>');
  expect(shown(conflict?.theirs.lines ?? null)?.slice(3)).toEqual([
    '  <level>7</level>',
    '! <timeout>60</timeout>',
    '  </active-response>',
  ]);
  expect(shown(conflict?.yours.lines ?? null)?.slice(2, 4)).toEqual([
    '  <location>local</location>',
    '! <level>[10]</level>',
  ]);
  expect(conflict?.was.lines?.[0]).toMatchObject({ line: 7, text: '  <active-response>' });
  expect(conflict?.theirs.lines?.[0]).toMatchObject({ line: 12 });
  expect(conflict?.yours.lines?.[0]).toMatchObject({ line: null });
  expect(words(conflict?.theirs as ConflictSide)[0]).toContain('For: No undo → 1 min');
  expect(words(conflict?.yours as ConflictSide)).toEqual([expect.stringContaining('drop from level 7 to 10')]);
  expect(conflict).toMatchObject({ title: 'drop from level 7 to 10', isEditable: true });
  expect(conflict?.mine).toContain('The rest stays as they left it');
});

it('a block that they removed is told as removed, and would be added again', () => {
  const [conflict] = view(file(block(7), block(3)), [edit], file(block(3)));
  expect(conflict?.theirs).toEqual({ lines: null, words: [['They removed it.']] });
  expect(conflict).toMatchObject({ mine: 'Adds it again, with your values.', isEditable: true });
});

it('a removal of mine has no text of its own, and no form', () => {
  const [conflict] = view(file(block(7), block(3)), [{ op: 'remove-response', index: 0 }], file(block(8), block(3)));
  expect(conflict?.yours.lines).toBeNull();
  expect(conflict).toMatchObject({ mine: 'Removes their version.', isEditable: false });
});

it('a block that they put into a comment shows the comment', () => {
  const [conflict] = view(file(block(7), block(3)), [edit], file(`  <!-- ${block(7).trim()} -->\n`, block(3)));
  expect(conflict?.theirs.lines?.[0]?.text).toContain('<!-- <active-response>');
  expect(words(conflict?.theirs as ConflictSide)).toEqual([expect.stringContaining('switched off')]);
});

it('a comment in the block is a change without other values', () => {
  const [conflict] = view(file(block(7)), [edit], file(block(7, '\n    <!-- keep -->')));
  expect(words(conflict?.theirs as ConflictSide)).toEqual([expect.stringContaining('Its values are the same.')]);
});

it('something new that they have, too, is set beside theirs', () => {
  const add: Change = { op: 'add-command', command: { name: 'lock', executable: 'mine.sh' } };
  const theirs = command.replace('>drop<', '>lock<').replace('firewall-drop', 'theirs.sh');
  const [conflict] = view(file(), [add], file(theirs));
  expect(conflict?.was.lines).toBeNull();
  expect(shown(conflict?.theirs.lines ?? null)?.[2]).toBe('! <executable>[theirs.sh]</executable>');
  expect(shown(conflict?.yours.lines ?? null)?.[2]).toContain('mine.sh');
});

it('with several conflicts none goes to the form before the others are settled', () => {
  const second: Change = { op: 'edit-response', index: 1, set: { level: 5 } };
  const conflicts = view(file(block(7), block(3)), [edit, second], file(block(8), block(4)));
  expect(conflicts.map(({ isEditable }) => isEditable)).toEqual([false, false]);
});

it('without the file it was made on a change can only be dropped', () => {
  const made = makeWorkspace(file(block(7)));
  addToDraft(made.load(), [edit]);
  made.database.prepare('UPDATE drafts SET base_sha256 = ?').run('f'.repeat(64));
  expect(viewConflicts(made.load())).toMatchObject([{ mine: null, was: { lines: null }, theirs: { lines: null } }]);
});

import { expect, it } from 'vitest';
import { loadContent } from '../history/contents.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import type { Change } from '../ossec/index.ts';
import { addToDraft, replaceAdded, replaceForTarget } from './change-draft.ts';
import { MAX_DRAFT_CHANGES } from './draft-transaction.ts';
import { changesOf, makeWorkspace, plannedText } from './fixtures/made-workspace.ts';

const addCommand = (name: string): Change => ({ op: 'add-command', command: { name, executable: `${name}.sh` } });
const addResponse = (command: string): Change => ({ op: 'add-response', response: { command, location: 'local' } });
const rename = (name: string, to: string): Change => ({ op: 'edit-command', name, set: { name: to } });
const idOf = (made: ReturnType<typeof makeWorkspace>, at = 0) => made.load().draft?.changes[at]?.id ?? '';

it('a change is stored with the bytes of the file it was made on', () => {
  const made = makeWorkspace(plain);
  expect(addToDraft(made.load(), [addCommand('new')])).toMatchObject({ status: 'saved', count: 1, previous: [] });
  const { file, draft } = made.load();
  expect(changesOf(made.load())).toEqual([addCommand('new')]);
  expect(draft).toMatchObject({ stale: false, plan: { ok: true } });
  expect(loadContent(made.database, file?.sha256 ?? '')).toEqual(new Uint8Array(Buffer.from(plain)));
});

it('a refused change stores nothing, and neither do those that came with it', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new')]);
  const outcome = addToDraft(made.load(), [addCommand('other'), addResponse('nobody')]);
  expect(outcome).toMatchObject({ status: 'refused', code: 'unknown-command' });
  expect(changesOf(made.load())).toEqual([addCommand('new')]);
});

it('two windows that loaded the same draft both keep what they save', () => {
  const made = makeWorkspace(plain);
  const [first, second] = [made.load(), made.load()];
  addToDraft(first, [addCommand('one')]);
  expect(addToDraft(second, [addCommand('two')])).toMatchObject({ status: 'saved', count: 2 });
  expect(changesOf(made.load())).toEqual([addCommand('one'), addCommand('two')]);
});

it('a change made on a file that another window has already left still meets its block', () => {
  const made = makeWorkspace(plain);
  const old = made.load();
  made.text = plain.replace('<!-- Responses -->', '<!-- Responses of the lab -->');
  addToDraft(made.load(), [{ op: 'remove-response', index: 0 }]);
  addToDraft(old, [{ op: 'remove-response', index: 1 }]);
  expect(changesOf(made.load()).map((change) => 'index' in change && change.index)).toEqual([0, 1]);
  expect(made.load().draft?.changes.every(({ conflict }) => conflict === null)).toBe(true);
});

it('what one person drafts is not seen by another', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load('ada'), [addCommand('new')]);
  const id = idOf(made);
  expect(changesOf(made.load('bob'))).toEqual([]);
  expect(replaceAdded(made.load('bob'), id, addCommand('mine'))).toMatchObject({ code: 'no-such-change' });
  expect(changesOf(made.load('ada'))).toEqual([addCommand('new')]);
});

it('renaming a command of the draft takes its responses along', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new'), addResponse('new'), addResponse('drop')]);
  expect(replaceAdded(made.load(), idOf(made), addCommand('better'))).toMatchObject({ status: 'saved', count: 3 });
  expect(changesOf(made.load())).toEqual([addCommand('better'), addResponse('better'), addResponse('drop')]);
});

it('renaming a command of the file takes the responses of the draft along, there and back', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addResponse('drop')]);
  addToDraft(made.load(), [rename('drop', 'deny')]);
  addToDraft(made.load(), [rename('drop', 'halt')]);
  expect(changesOf(made.load())).toEqual([rename('drop', 'halt'), addResponse('halt')]);
  expect(replaceForTarget(made.load(), 'command drop', [])).toMatchObject({ status: 'saved', count: 1 });
  expect(changesOf(made.load())).toEqual([addResponse('drop')]);
});

it('a form that renames a renamed command once more takes the responses along', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [rename('drop', 'deny'), addResponse('deny')]);
  replaceForTarget(made.load(), 'command drop', [rename('drop', 'halt')]);
  expect(changesOf(made.load())).toEqual([rename('drop', 'halt'), addResponse('halt')]);
});

it('a command may be named as the draft names it', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [rename('lock', 'bar')]);
  addToDraft(made.load(), [{ op: 'remove-response', index: 1 }]);
  addToDraft(made.load(), [{ op: 'remove-command', name: 'bar', index: 1 }]);
  expect(changesOf(made.load())).toEqual([
    { op: 'remove-response', index: 1 },
    { op: 'remove-command', name: 'lock' },
  ]);
});

it('removing a renamed command that the draft uses is refused by its users', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [rename('drop', 'deny'), addResponse('deny'), { op: 'remove-response', index: 0 }]);
  expect(addToDraft(made.load(), [{ op: 'remove-command', name: 'drop' }])).toMatchObject({ code: 'command-in-use' });
  expect(changesOf(made.load())).toHaveLength(3);
});

it('a name that is free again can be given to a new command', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [rename('drop', 'deny')]);
  expect(addToDraft(made.load(), [addCommand('drop'), addResponse('drop')])).toMatchObject({ status: 'saved' });
  expect(plannedText(made.load())).toContain('<executable>drop.sh</executable>');
});

it('an edit back to what the file says, and a switch that is already there, are no changes', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'edit-response', index: 1, set: { level: 9 } }]);
  addToDraft(made.load(), [{ op: 'edit-response', index: 1, set: { level: 12 } }]);
  addToDraft(made.load(), [{ op: 'enable-response', index: 0 }]);
  addToDraft(made.load(), [rename('drop', 'deny')]);
  expect(addToDraft(made.load(), [rename('drop', 'drop')])).toMatchObject({ status: 'saved', count: 0 });
  expect(changesOf(made.load())).toEqual([]);
});

it('an edit of a removed response brings it back', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'remove-response', index: 1 }]);
  const edit: Change = { op: 'edit-response', index: 1, set: { level: 9 } };
  replaceForTarget(made.load(), 'response 1', [edit]);
  expect(changesOf(made.load())).toEqual([edit]);
  addToDraft(made.load(), [{ op: 'remove-response', index: 1 }]);
  expect(replaceForTarget(made.load(), 'response 1', [])).toMatchObject({ count: 0 });
});

it('a draft that does not fit the file any more takes nothing until that is settled', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'remove-response', index: 1 }]);
  made.text = plain.replace('<level>12</level>', '<level>11</level>');
  expect(addToDraft(made.load(), [addCommand('new')])).toMatchObject({ code: 'draft-conflict' });
});

it('a change that could not be read back is refused', () => {
  const made = makeWorkspace(plain);
  const long = 'a'.repeat(300);
  const outcome = addToDraft(made.load(), [
    { op: 'add-response', response: { command: 'drop', location: 'local', rulesGroup: [long] } },
  ]);
  expect(outcome).toMatchObject({ status: 'refused', code: 'value-not-carried' });
});

it('a draft does not grow without end', () => {
  const made = makeWorkspace(plain);
  const many = Array.from({ length: MAX_DRAFT_CHANGES + 1 }, () => addResponse('drop'));
  expect(addToDraft(made.load(), many)).toMatchObject({ status: 'refused', code: 'draft-too-large' });
});

it('without a readable file nothing is drafted', () => {
  const made = makeWorkspace(plain);
  const workspace = { ...made.load(), file: null, config: null, draft: null };
  expect(addToDraft(workspace, [addCommand('new')])).toMatchObject({ code: 'file-not-editable' });
});

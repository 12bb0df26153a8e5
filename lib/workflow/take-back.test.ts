import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import type { Change } from '../ossec/index.ts';
import { openDatabaseAt } from '../state/database.ts';
import { addToDraft } from './change-draft.ts';
import { changesOf, type Made, makeWorkspace } from './fixtures/made-workspace.ts';
import { adoptFile, discardDraft, restoreDraft, takeBack } from './take-back.ts';

const addCommand = (name: string): Change => ({ op: 'add-command', command: { name, executable: `${name}.sh` } });
const addResponse = (command: string): Change => ({ op: 'add-response', response: { command, location: 'local' } });
const edit = (index: number, level: number): Change => ({ op: 'edit-response', index, set: { level } });
const idsOf = (made: Made, op: Change['op']) =>
  (made.load().draft?.changes ?? []).filter(({ change }) => change.op === op).map(({ id }) => id);

it('a change is taken back on its own', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new'), edit(1, 9)]);
  expect(takeBack(made.load(), idsOf(made, 'add-command'))).toMatchObject({ status: 'saved', count: 1 });
  expect(changesOf(made.load())).toEqual([edit(1, 9)]);
  expect(takeBack(made.load(), ['not-there'])).toMatchObject({ code: 'no-such-change' });
});

it('a new command that the draft uses can be taken back only with what uses it', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new'), addResponse('new')]);
  const refused = takeBack(made.load(), idsOf(made, 'add-command'));
  expect(refused).toMatchObject({ code: 'command-in-use', message: '1 other change of your draft uses new.' });
  expect(changesOf(made.load())).toHaveLength(2);
  const both = [...idsOf(made, 'add-command'), ...idsOf(made, 'add-response')];
  expect(takeBack(made.load(), both)).toMatchObject({ status: 'saved', count: 0 });
});

it('taking back a new name gives the responses of the draft the old one', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'edit-command', name: 'drop', set: { name: 'deny' } }, addResponse('deny')]);
  takeBack(made.load(), idsOf(made, 'edit-command'));
  expect(changesOf(made.load())).toEqual([addResponse('drop')]);
});

it('taking back a removal that a removed command needs is refused', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [
    { op: 'remove-response', index: 1 },
    { op: 'remove-command', name: 'lock' },
  ]);
  expect(takeBack(made.load(), idsOf(made, 'remove-response'))).toMatchObject({ code: 'command-in-use' });
});

it('an undo restores the draft as it was before the step', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new'), addResponse('new'), edit(0, 9)]);
  const before = changesOf(made.load());
  const step = addToDraft(made.load(), [{ op: 'remove-response', index: 0 }]);
  if (step.status !== 'saved') throw new Error(step.message);
  expect(restoreDraft(made.load(), step.previous, step.revision)).toMatchObject({ status: 'saved', count: 3 });
  expect(changesOf(made.load())).toEqual(before);
});

it('an undo does not overwrite what another window saved since', () => {
  const made = makeWorkspace(plain);
  const step = addToDraft(made.load(), [addCommand('new')]);
  addToDraft(made.load(), [addCommand('other')]);
  if (step.status !== 'saved') throw new Error(step.message);
  expect(restoreDraft(made.load(), step.previous, step.revision)).toMatchObject({ code: 'draft-changed' });
  expect(changesOf(made.load())).toHaveLength(2);
});

it('a discarded draft is gone and can be brought back', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new'), edit(1, 9)]);
  const { discarded, revision } = discardDraft(made.load());
  expect(made.load().draft).toMatchObject({ changes: [], savedAt: null });
  expect(made.database.prepare('SELECT count(*) AS n FROM draft_changes').get()).toEqual({ n: 0 });
  restoreDraft(made.load(), discarded, revision);
  expect(changesOf(made.load())).toEqual(discarded);
});

it('a draft is discarded also when the file cannot be read', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [edit(1, 9)]);
  const { discarded } = discardDraft({ ...made.load(), file: null, config: null, draft: null });
  expect(discarded).toEqual([edit(1, 9)]);
  expect(changesOf(made.load())).toEqual([]);
});

it('a draft survives that the database is closed and opened again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'riposte-draft-'));
  const path = join(directory, 'riposte.db');
  const database = openDatabaseAt(path);
  addToDraft(makeWorkspace(plain, database).load(), [addCommand('new'), edit(1, 9)]);
  database.close();
  const again = openDatabaseAt(path);
  expect(changesOf(makeWorkspace(plain, again).load())).toEqual([addCommand('new'), edit(1, 9)]);
  again.close();
  rmSync(directory, { recursive: true });
});

const inserted = plain.replace(
  '  <active-response>',
  '  <active-response><command>drop</command><location>server</location></active-response>\n  <active-response>',
);

it('conflicts are taken back one by one, and the others stay with their blocks', () => {
  const made = makeWorkspace(plain.replace('<level>12</level>', '<level>12</level>\n    <timeout>5</timeout>'));
  addToDraft(made.load(), [edit(0, 3), edit(1, 9), { op: 'edit-command', name: 'lock', set: { executable: 'x' } }]);
  // One block more above the others; one response and one command changed by somebody else.
  made.text = inserted.replace('<level>12</level>', '<level>11</level>').replace('>disable-account<', '>other<');
  const conflicts = (made.load().draft?.changes ?? []).filter(({ conflict }) => conflict !== null);
  expect(conflicts.map(({ change }) => change.op)).toEqual(['edit-command', 'edit-response']);
  takeBack(made.load(), [conflicts[0]?.id ?? '']);
  const left = made.load().draft?.changes ?? [];
  expect(left.map(({ change, conflict }) => ['index' in change && change.index, conflict === null])).toEqual([
    [1, true],
    [1, false],
  ]);
  expect(takeBack(made.load(), [conflicts[1]?.id ?? ''])).toMatchObject({ status: 'saved', count: 1 });
  expect(changesOf(made.load())).toEqual([edit(1, 3)]);
  expect(made.load().draft?.stale).toBe(false);
});

it('going on with a changed file keeps every change, and is refused while one does not fit', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [edit(0, 3), edit(1, 9)]);
  made.text = inserted.replace('<level>12</level>', '<level>11</level>');
  expect(adoptFile(made.load())).toMatchObject({ status: 'refused', code: 'draft-conflict' });
  made.text = inserted;
  expect(adoptFile(made.load())).toMatchObject({ status: 'saved', count: 2 });
  expect(changesOf(made.load())).toEqual([edit(1, 3), edit(2, 9)]);
  expect(made.load().draft).toMatchObject({ stale: false });
});

import { expect, it } from 'vitest';
import { commandRows, deletionOf } from '../forms/command-rows.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import type { Change } from '../ossec/index.ts';
import { addToDraft } from './change-draft.ts';
import { plannedChanges } from './draft-view.ts';
import { changesOf, type Made, makeWorkspace } from './fixtures/made-workspace.ts';
import { type Removal, removeCommandWithUsers } from './remove-command.ts';
import { restoreDraft } from './take-back.ts';

const addCommand = (name: string): Change => ({ op: 'add-command', command: { name, executable: `${name}.sh` } });
const addResponse = (command: string): Change => ({ op: 'add-response', response: { command, location: 'local' } });

/** What the Commands page asks for. */
function askedFor(made: Made, name: string) {
  const { config, draft } = made.load();
  const rows = config ? commandRows(config.model, draft ? plannedChanges(draft) : []) : [];
  const row = rows.find(({ after }) => after?.name === name);
  if (!row) throw new Error(`no command ${name}`);
  const { takeBack, changes } = deletionOf(row);
  return { ids: takeBack, removals: changes as Removal[] };
}

function erase(made: Made, name: string) {
  const { ids, removals } = askedFor(made, name);
  const outcome = removeCommandWithUsers(made.load(), removals, ids);
  if (outcome.status !== 'saved') throw new Error(outcome.message);
  return outcome;
}

it('a command of the file goes with the responses of the file and of the draft, and all come back at once', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [
    addResponse('drop'),
    addResponse('lock'),
    { op: 'edit-response', index: 0, set: { level: 9 } },
  ]);
  const before = changesOf(made.load());
  const outcome = erase(made, 'drop');
  expect(changesOf(made.load())).toMatchObject([
    { op: 'remove-response', index: 0 },
    addResponse('lock'),
    { op: 'remove-command', name: 'drop' },
  ]);
  expect(restoreDraft(made.load(), outcome.previous, outcome.revision)).toMatchObject({ status: 'saved', count: 3 });
  expect(changesOf(made.load())).toEqual(before);
});

it('a command that only the draft has goes with a response of the file that was given to it', () => {
  const made = makeWorkspace(plain);
  const given: Change = { op: 'edit-response', index: 1, set: { command: 'new' } };
  addToDraft(made.load(), [addCommand('new'), given, addResponse('new')]);
  const before = changesOf(made.load());
  const outcome = erase(made, 'new');
  expect(changesOf(made.load())).toMatchObject([{ op: 'remove-response', index: 1 }]);
  restoreDraft(made.load(), outcome.previous, outcome.revision);
  expect(changesOf(made.load())).toEqual(before);
});

it('a command that nobody uses goes alone', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addCommand('new')]);
  expect(erase(made, 'new')).toMatchObject({ count: 0, previous: [addCommand('new')] });
});

it('nothing is deleted when a response uses the command that was not listed', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addResponse('drop')]);
  const { ids, removals } = askedFor(made, 'drop');
  addToDraft(made.load(), [addResponse('drop')]);
  const before = changesOf(made.load());
  expect(removeCommandWithUsers(made.load(), removals, ids)).toMatchObject({ status: 'refused' });
  expect(changesOf(made.load())).toEqual(before);
});

it('nothing is deleted when the file has changed underneath', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [addResponse('drop')]);
  const { ids, removals } = askedFor(made, 'drop');
  made.text = plain.replace('<timeout>600', '<timeout>900');
  const before = changesOf(made.load());
  expect(removeCommandWithUsers(made.load(), removals, ids)).toMatchObject({ status: 'refused' });
  expect(changesOf(made.load())).toEqual(before);
});

it('nothing asked for is refused', () => {
  expect(removeCommandWithUsers(makeWorkspace(plain).load(), [], [])).toMatchObject({ code: 'no-such-change' });
});

import { expect, it } from 'vitest';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { addToDraft } from './change-draft.ts';
import { countChanges, describeDraft, markOf } from './describe-draft.ts';
import { makeWorkspace } from './fixtures/made-workspace.ts';

it('an apply is described by the changes that are part of it, as plain text', () => {
  const made = makeWorkspace(plain);
  expect(describeDraft(made.load())).toEqual([]);
  addToDraft(made.load(), [
    { op: 'edit-response', index: 1, set: { level: 9 } },
    { op: 'add-command', command: { name: 'new', executable: 'new.sh' } },
  ]);
  made.text = plain.replace('<level>12</level>', '<level>11</level>');
  const words = describeDraft(made.load());
  expect(words).toMatchObject([{ mark: '+', title: expect.stringContaining('new'), detail: expect.any(String) }]);
  expect(describeDraft({ ...made.load(), config: null, draft: null })).toEqual([]);
});

it('a switch counts as changed', () => {
  expect(markOf({ op: 'disable-response', index: 0 })).toBe('~');
  const ops = ['add-response', 'disable-response', 'remove-command', 'add-white-list'];
  const changes = ops.map((op) => ({ change: { op } as never }));
  expect(countChanges(changes)).toEqual({ added: 2, changed: 1, removed: 1 });
});

/* What may be sent to the actions of the draft: the shapes and limits, before any work is done. */
import { beforeEach, expect, it, vi } from 'vitest';
import { plain } from '@/lib/ossec/fixtures/sample-configs';
import { changesOf, type Made, makeWorkspace } from '@/lib/workflow/fixtures/made-workspace';
import { addChanges, discardWholeDraft, saveResponse, settleOneConflict, takeBackChanges, undoTo } from './draft';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('../current-person', () => ({
  currentPerson: async () => ({
    ...{ id: 'local', name: 'ada', role: 'operator', permissions: ['view', 'edit', 'apply'] },
    ...{ limits: { noAll: false, commands: null }, session: { publicId: 's', provedAt: 0, seenAt: Date.now() } },
  }),
}));
vi.mock('../keep-session', () => ({ rotateCookie: async () => {} }));
const current = vi.hoisted(() => ({ made: null as unknown }));
vi.mock('@/lib/workflow/workspace', async (original) => ({
  ...(await original<object>()),
  loadWorkspace: async () => ({ ok: true, workspace: (current.made as Made).load('local') }),
}));

let made: Made;
beforeEach(() => {
  made = makeWorkspace(plain);
  current.made = made;
});
const remove = { op: 'remove-response', index: 0 };

it.each<[string, unknown]>([
  ['no list', remove],
  ['an unknown operation', [{ op: 'write-file', path: '/etc/passwd' }]],
  ['a key too many', [{ ...remove, person: 'bob' }]],
  ['a prototype', JSON.parse('[{"op":"edit-response","index":0,"set":{"__proto__":{"level":3}}}]')],
  ['a negative place', [{ op: 'remove-response', index: -1 }]],
  ['an endless list', Array.from({ length: 2001 }, () => remove)],
  ['an endless text', [{ op: 'add-command', command: { name: 'a'.repeat(300), executable: 'x' } }]],
])('%s is no list of changes', async (_, changes) => {
  expect(await addChanges({ changes })).toMatchObject({ status: 'invalid' });
  expect(await undoTo({ changes })).toMatchObject({ status: 'invalid' });
  expect(changesOf(made.load('local'))).toEqual([]);
});

it('a change is added, undone, and added again', async () => {
  const added = await addChanges({ changes: [remove] });
  if (added.status !== 'saved') throw new Error(added.status);
  expect(await undoTo({ changes: added.previous, revision: added.revision })).toMatchObject({ count: 0 });
  await addChanges({ changes: [remove] });
  expect(await discardWholeDraft()).toMatchObject({ status: 'saved', discarded: [remove] });
});

it('a settled conflict is undone with the draft that went along, and with nothing else', async () => {
  await addChanges({ changes: [{ op: 'edit-response', index: 1, set: { level: 9 } }] });
  made.text = plain.replace('<level>12</level>', '<level>11</level>');
  const id = made.load('local').draft?.changes[0]?.id ?? '';
  expect(await settleOneConflict({ id, choice: 'ours' as 'mine' })).toMatchObject({ status: 'invalid' });
  const settled = await settleOneConflict({ id, choice: 'mine' });
  if (settled.status !== 'saved') throw new Error(settled.status);
  const { revision, draft, formKey } = settled;
  expect(formKey).toBe('r1');
  const other = { ...draft, baseSha256: 'a'.repeat(64) };
  expect(await undoTo({ changes: [], revision, draft: { ...draft, person: 'bob' } })).toMatchObject({
    status: 'invalid',
  });
  expect(await undoTo({ changes: [], revision, draft: other })).toMatchObject({ code: 'draft-changed' });
  expect(await undoTo({ changes: [], revision, draft })).toMatchObject({ status: 'saved', count: 1 });
  expect(made.load('local').draft?.changes[0]?.conflict).not.toBeNull();
});

it('a response on every agent does not come in without its form', async () => {
  const changes = [{ op: 'add-response', response: { command: 'drop', location: 'all' } }];
  expect(await addChanges({ changes })).toMatchObject({ status: 'refused', code: 'all-not-confirmed' });
  expect(await undoTo({ changes })).toMatchObject({ status: 'refused', code: 'all-not-confirmed' });
});

it('what is no form, and ids without end, are turned away', async () => {
  expect(await saveResponse({ target: { kind: 'new' }, values: {} })).toMatchObject({ status: 'invalid' });
  expect(await saveResponse({ target: null, values: null })).toMatchObject({ status: 'invalid' });
  const ids = Array.from({ length: 2001 }, () => 'x');
  expect(await takeBackChanges({ ids })).toMatchObject({ status: 'invalid', fields: { ids: expect.any(String) } });
});

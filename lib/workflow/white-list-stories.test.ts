import { expect, it } from 'vitest';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { addToDraft } from './change-draft.ts';
import { changesOf, makeWorkspace } from './fixtures/made-workspace.ts';
import { loadNotes } from './white-list-notes.ts';
import { addWithNote, protectOwn } from './white-list-stories.ts';

it('puts an entry into the draft and keeps its note', () => {
  const made = makeWorkspace(plain);
  expect(addWithNote(made.load(), '192.0.2.1', { note: 'scanner', expiresAt: 5 })).toMatchObject({ status: 'saved' });
  expect(changesOf(made.load())).toEqual([{ op: 'add-white-list', address: '192.0.2.1' }]);
  expect(loadNotes(made.database).get('192.0.2.1')).toMatchObject({ note: 'scanner', expiresAt: 5, addedBy: 'ada' });
});

it.each([
  ['999.1.1.1', /not an IPv4 address/],
  ['127.0.0.1', /is in the list/],
])('keeps no note of %s, which the draft refuses', (address, message) => {
  const made = makeWorkspace(plain);
  const outcome = addWithNote(made.load(), address, { note: 'x', expiresAt: null });
  expect(outcome).toMatchObject({ status: 'refused', message: expect.stringMatching(message) });
  expect(loadNotes(made.database).size).toBe(0);
  expect(changesOf(made.load())).toEqual([]);
});

it('leaves the note of an entry that somebody else put into the draft meanwhile', () => {
  const made = makeWorkspace(plain);
  addWithNote(made.load(), '192.0.2.1', { note: 'scanner', expiresAt: 5 });
  const again = addWithNote(made.load(), '192.0.2.1', { note: 'mine', expiresAt: null });
  expect(again).toMatchObject({ status: 'refused', message: '192.0.2.1 is in your draft.' });
  expect(loadNotes(made.database).get('192.0.2.1')).toMatchObject({ note: 'scanner', expiresAt: 5 });
});

it('takes an entry back that the draft removes', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'remove-white-list', address: '127.0.0.1' }]);
  expect(addWithNote(made.load(), '127.0.0.1', { note: 'stays', expiresAt: null })).toMatchObject({ status: 'saved' });
  expect(changesOf(made.load())).toEqual([]);
  expect(loadNotes(made.database).get('127.0.0.1')).toMatchObject({ note: 'stays', addedBy: null });
});

it('adds addresses of ours, IPv6 anchored, and nothing else', async () => {
  const made = makeWorkspace(plain);
  const workspace = made.load();
  workspace.manager.loadHostAddresses = async () => ({ interfaces: ['2001:db8::5'], gateways: [], nameServers: [] });
  const outcome = await protectOwn(workspace, ['2001:db8::5', '192.0.2.7', '203.0.113.9'], '192.0.2.7');
  expect(outcome).toMatchObject({ status: 'saved', count: 2 });
  expect(changesOf(made.load())).toEqual([
    { op: 'add-white-list', address: '192.0.2.7' },
    { op: 'add-white-list', address: '^2001:db8::5$' },
  ]);
  expect([...loadNotes(made.database).values()].map(({ note }) => note)).toEqual([
    'Address of the person who added it',
    'Address of the manager',
  ]);
  expect(await protectOwn(workspace, ['203.0.113.9'], null)).toMatchObject({ code: 'no-such-address' });
});

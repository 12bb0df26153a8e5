import { expect, test } from 'vitest';
import { type Change, parseConfigText } from '../ossec/index.ts';
import { commandRows, deletionOf } from './command-rows.ts';
import { findResponse } from './find-response.ts';

const { model } = parseConfigText(`<ossec_config>
  <command><name>drop</name><executable>firewall-drop</executable><timeout_allowed>yes</timeout_allowed></command>
  <command><name>note</name><executable>note.sh</executable></command>
  <active-response><command>drop</command><location>local</location><level>10</level></active-response>
  <!-- <active-response><command>drop</command><location>server</location><rules_id>5710</rules_id></active-response> -->
</ossec_config>
`);
const noted = (...changes: Change[]) => changes.map((change, at) => ({ id: `id${at}`, change }));
const add: Change = { op: 'add-response', response: { command: 'note', location: 'local', level: 3 } };

test('each command lists the responses that use it, those inside comments too', () => {
  const [drop, note] = commandRows(model, []);
  expect(drop?.usedBy.map(({ key, off }) => [key, off])).toEqual([
    ['r0', false],
    ['c0', true],
  ]);
  expect(note?.usedBy).toEqual([]);
});

test('an unused command is deleted alone, a used one with what uses it', () => {
  const [drop, note] = commandRows(model, []);
  expect(note && deletionOf(note).changes.map(({ op }) => op)).toEqual(['remove-command']);
  expect(drop && deletionOf(drop).changes.map(({ op }) => op)).toEqual([
    'remove-response',
    'remove-response',
    'remove-command',
  ]);
});

test('a response that only the draft has is taken back instead of removed', () => {
  const note = commandRows(model, noted(add))[1];
  expect(note?.usedBy.map(({ key }) => key)).toEqual(['d-id0']);
  expect(note && deletionOf(note)).toMatchObject({ takeBack: ['id0'], changes: [{ op: 'remove-command' }] });
});

test('a deleted command is restored together with the responses that went with it', () => {
  const [drop] = commandRows(model, []);
  const changes = noted(...(drop ? deletionOf(drop).changes : []));
  const row = commandRows(model, changes)[0];
  expect(row).toMatchObject({ mark: '-', changeIds: ['id0', 'id1', 'id2'] });
});

test('a command added in the draft has a key of its own and is taken back', () => {
  const rows = commandRows(model, noted({ op: 'add-command', command: { name: 'x', executable: 'x.sh' } }));
  expect(rows[2]).toMatchObject({ key: 'd-id0', mark: '+', block: null, changeIds: ['id0'] });
  expect(rows[2] && deletionOf(rows[2])).toEqual({ takeBack: ['id0'], changes: [] });
});

test('a renamed command keeps its users', () => {
  const row = commandRows(model, noted({ op: 'edit-command', name: 'drop', set: { name: 'block' } }))[0];
  expect(row).toMatchObject({ mark: '~', after: { name: 'block' }, changeIds: ['id0'] });
  expect(row?.usedBy).toHaveLength(2);
});

test('the key of an address finds its response, before and after the draft', () => {
  const changes = noted({ op: 'edit-response', index: 0, set: { level: 12 } }, add);
  expect(findResponse(model, changes, 'r0')).toMatchObject({
    target: { kind: 'block', index: 0 },
    before: { level: '10' },
    after: { level: '12' },
  });
  expect(findResponse(model, changes, 'c0')).toMatchObject({ target: { kind: 'commented' }, position: 1 });
  expect(findResponse(model, changes, 'd-id1')).toMatchObject({
    target: { kind: 'added', changeId: 'id1' },
    before: null,
    position: 2,
  });
  expect(findResponse(model, changes, 'r9')).toBeNull();
});

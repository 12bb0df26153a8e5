import { expect, test } from 'vitest';
import { parsePastedAlert } from './parse-pasted-alert.ts';

const pasted = {
  timestamp: '2026-07-20T03:10:16.620+0000',
  rule: { id: '5763', level: 10, description: 'brute force', groups: ['sshd'], tsc: ['CC6.1'] },
  agent: { id: '001', name: 'web-01' },
  id: '1784517016.11906',
  data: { srcip: '192.0.2.1', dstuser: 'root' },
};

test.each<[string, string, object]>([
  ['an alert', JSON.stringify(pasted), { kind: 'alert', alert: { ruleId: 5763, groups: 'sshd,tsc_CC6.1,' } }],
  ['over several lines', JSON.stringify(pasted, null, 2), { kind: 'alert', alert: { srcip: '192.0.2.1' } }],
  ['of the indexer', JSON.stringify({ _id: 'x', _source: pasted }), { kind: 'alert', alert: { id: pasted.id } }],
  ['two lines', `${JSON.stringify(pasted)}\n${JSON.stringify(pasted)}`, { kind: 'alert' }],
  ['an id', ' 1784517016.11906\n', { kind: 'id', id: '1784517016.11906' }],
  ['nothing', '  ', { kind: 'problem', message: 'Paste an alert, or its id.' }],
  ['no alert', '{"a":1}', { kind: 'problem', message: expect.stringContaining('not an alert') }],
  ['lists in lists', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, { message: expect.stringContaining('too deep') }],
  ['lists in lists without end', '['.repeat(60_000), { message: expect.stringContaining('too deep') }],
  [
    'a name that objects have',
    '{"__proto__":{"rule":{"id":"1"}}}',
    { message: expect.stringContaining('not an alert') },
  ],
  [
    'an alert of an agent without a number',
    JSON.stringify({ ...pasted, agent: { id: 'web', name: 'web' } }),
    { kind: 'problem', message: expect.stringContaining('is no number') },
  ],
  ['a number', '12', { kind: 'problem', message: expect.stringContaining('not an alert') }],
  ['broken JSON', '{\n  "a": x\n}', { kind: 'problem', message: 'This is not JSON: it breaks at line 2, column 8.' }],
  ['cut off JSON', '{"rule": {', { message: 'This is not JSON: it ends too early, after 10 characters.' }],
  ['a comma too many', '{"a":1,}', { message: 'This is not JSON: it breaks at line 1, column 8.' }],
  ['a string without end', '["a', { message: 'This is not JSON: it breaks at line 1, column 2.' }],
  ['too much', 'x'.repeat(300_000), { kind: 'problem', message: expect.stringContaining('256 KB') }],
])('pasting %s', (_, text, expected) => {
  expect(parsePastedAlert(text)).toMatchObject(expected);
});

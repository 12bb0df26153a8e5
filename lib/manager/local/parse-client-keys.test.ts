import { expect, test } from 'vitest';
import { parseClientKeys } from './parse-client-keys.ts';

test('reads ids, names and addresses, and never the key', () => {
  const agents = parseClientKeys('001 web-01 any SECRET\n1024 db 10.0.0.0/24 SECRET\n');
  expect(agents).toEqual([
    { id: '001', name: 'web-01', address: 'any' },
    { id: '1024', name: 'db', address: '10.0.0.0/24' },
  ]);
  expect(JSON.stringify(agents)).not.toContain('SECRET');
});

test.each([
  ['a removed agent', '007 !old any SECRET'],
  ['a removed agent in the older form', '007 #old any SECRET'],
  ['a comment', '# 001 web any SECRET'],
  ['an indented line', ' 001 web any SECRET'],
  ['the manager itself', '000 manager any SECRET'],
  ['a line without a key', '001 web any'],
  ['an empty line', ''],
])('leaves out %s', (_, line) => {
  expect(parseClientKeys(`${line}\n`)).toEqual([]);
});

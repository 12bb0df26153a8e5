import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { toByteString, toBytes } from '../ossec/byte-text.ts';
import { twoTexts } from './arbitrary-texts.ts';
import { unifiedPatch } from './unified-patch.ts';

const directory = mkdtempSync(join(tmpdir(), 'riposte-patch-'));
const file = join(directory, 'etc/ossec.conf');
mkdirSync(join(directory, 'etc'));
afterAll(() => rmSync(directory, { recursive: true }));

/** What git makes of the patch. */
function gitApply(before: string, after: string): string {
  writeFileSync(file, toBytes(before));
  const input = toBytes(unifiedPatch(before, after));
  execFileSync('git', ['apply', '--whitespace=nowarn', '-p1', '-'], {
    cwd: directory,
    input,
    env: { ...process.env, GIT_DIR: '/nonexistent', GIT_CEILING_DIRECTORIES: tmpdir() },
  });
  return toByteString(readFileSync(file));
}

const numbered = (count: number, end = '\n') => Array.from({ length: count }, (_, n) => `line ${n}${end}`).join('');

test.each([
  ['a change in the middle', numbered(40), numbered(40).replace('line 20\n', 'line twenty\nmore\n')],
  ['two changes far apart', numbered(40), numbered(40).replace('line 2\n', '').replace('line 30', 'LINE 30')],
  ['the first and the last line', numbered(9), numbered(9).replace('line 0', 'first').replace('line 8', 'last')],
  ['no line break at the end before', 'a\nb', 'a\nc\n'],
  ['no line break at the end after', 'a\nb\n', 'a\nb'],
  ['no line break at the end on both sides', 'a\nb', 'z\nb'],
  ['carriage returns', numbered(9, '\r\n'), numbered(9, '\r\n').replace('line 4', 'four')],
  ['bytes that are no text', 'a\n\xff\xfe\nb\n', 'a\n\xff\x80\nb\n'],
  ['everything removed', 'a\nb\n', ''],
])('git applies %s', (_, before, after) => {
  expect(gitApply(before, after)).toBe(after);
});

test('git applies what leads from any text to any other', () => {
  void fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      fc.pre(before !== after && before !== '');
      expect(gitApply(before, after)).toBe(after);
    }),
    { numRuns: 60 },
  );
});

test('equal texts make an empty patch', () => {
  expect(unifiedPatch('a\n', 'a\n')).toBe('');
});

test('the patch of an empty file names no line', () => {
  expect(unifiedPatch('', 'a\n')).toBe('--- a/etc/ossec.conf\n+++ b/etc/ossec.conf\n@@ -0,0 +1,1 @@\n+a\n');
});

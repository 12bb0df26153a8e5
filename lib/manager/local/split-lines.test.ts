import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

function split(chunks: Uint8Array[], maxLineBytes?: number): string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line), maxLineBytes);
  for (const chunk of chunks) splitter.add(chunk);
  splitter.end();
  return lines;
}

test('lines are whole, wherever the chunks are cut', () => {
  const bytes = new TextEncoder().encode('één\r\n\ntwo → 2\nrest');
  for (let at = 0; at <= bytes.length; at += 1)
    expect(split([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(['één', '', 'two → 2', 'rest']);
});

test('a line that is too long is cut, the next one is whole', () => {
  expect(split([Buffer.from('abcdef'), Buffer.from('ghi\nnext\n')], 4)).toEqual(['abcd', 'next']);
});

test('bytes that are not UTF-8 are replaced, not refused', () => {
  expect(split([Uint8Array.of(0x61, 0xff, 0x62, 0x0a)])).toEqual(['a\uFFFDb']);
});

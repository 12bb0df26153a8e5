import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXmlTokens } from './xml-tokens';

const kinds = (xml: string) => readXmlTokens(xml).map(({ kind, text }) => `${kind}:${text}`);
const joined = (xml: string) =>
  readXmlTokens(xml)
    .map(({ text }) => text)
    .join('');

test('names, values and the indentation between them are told apart', () => {
  expect(kinds('<command>\n  <name>host-deny</name>')).toEqual([
    'bracket:<',
    'name:command',
    'bracket:>',
    'space:\n  ',
    'bracket:<',
    'name:name',
    'bracket:>',
    'value:host-deny',
    'bracket:</',
    'name:name',
    'bracket:>',
  ]);
});

test('a comment is one piece, tags inside it and all', () => {
  expect(kinds('<!-- <level>7</level> -->x')).toEqual(['comment:<!-- <level>7</level> -->', 'value:x']);
});

test('a comment that never ends runs to the end', () => {
  expect(kinds('<!-- a <b>')).toEqual(['comment:<!-- a <b>']);
});

test('attribute values are values, their names are not', () => {
  expect(kinds('<a b="1 > 0"/>')).toEqual([
    'bracket:<',
    'name:a',
    'bracket: b=',
    'value:"1 > 0"',
    'bracket:/',
    'bracket:>',
  ]);
});

test('a bracket in text is text', () => {
  expect(kinds('x < 5')).toEqual(['value:x', 'space: ', 'value:< 5']);
});

test('markup from a hostile file stays text in pieces and loses nothing', () => {
  for (const xml of [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '<a b="unclosed',
    '<<<>>>',
    '</',
    "<a b='\"'>",
    '\u0000\u2028<\u202e>',
  ]) {
    expect(joined(xml)).toBe(xml);
  }
});

test('whatever the text, the pieces joined are the text', () => {
  const piece = fc.constantFrom('<', '>', '/', '"', "'", '!--', '-->', 'a', ' ', '\n', '=', '<a>', '</a>', '&');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const xml = pieces.join('');
      expect(joined(xml)).toBe(xml);
    }),
  );
});

test('a long hostile line is cut in linear time', () => {
  const started = performance.now();
  readXmlTokens(`<a ${'b="'.repeat(20_000)}`);
  readXmlTokens('<a'.repeat(20_000));
  readXmlTokens('<a "'.repeat(20_000));
  readXmlTokens(`<${'a '.repeat(50_000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});

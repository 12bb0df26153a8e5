import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, fingerprintOf, showText, toByteString, toBytes } from './byte-text.ts';
import { holdsFor } from './fixtures/law.ts';

const bytes = fc.uint8Array({ maxLength: 300 });
const text = fc.string({ unit: 'grapheme', maxLength: 80 });

describe('byte strings', () => {
  it('give every byte back', () => {
    holdsFor(bytes, 500, (some) => expect(toBytes(toByteString(some))).toEqual(new Uint8Array(some)));
  });

  it('hold byte n at index n, also beyond one chunk', () => {
    const long = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7) % 256);
    const byteString = toByteString(long);
    expect(byteString.length).toBe(20_000);
    expect(byteString.charCodeAt(19_999)).toBe(long[19_999]);
    expect(toBytes(byteString)).toEqual(long);
  });
});

describe('decoded text', () => {
  it('comes back as the same bytes, whatever they are', () => {
    holdsFor(bytes, 500, (some) => expect(encodeText(decodeText(toByteString(some)))).toBe(toByteString(some)));
  });

  it('is what a UTF-8 decoder says of valid bytes', () => {
    holdsFor(text, 500, (some) => {
      const encoded = toByteString(new TextEncoder().encode(some));
      expect(encodeText(some)).toBe(encoded);
      expect(decodeText(encoded)).toBe(some);
    });
  });

  it.each([
    ['\xe9', '\udce9', 'a Latin-1 letter'],
    ['\xc3\xa9', 'é', 'two bytes'],
    ['\xc0\xaf', '\udcc0\udcaf', 'an overlong slash'],
    ['\xe0\x80\xaf', '\udce0\udc80\udcaf', 'an overlong slash in three bytes'],
    ['\xed\xa0\x80', '\udced\udca0\udc80', 'a surrogate in UTF-8'],
    ['\xf4\x90\x80\x80', '\udcf4\udc90\udc80\udc80', 'a code point that is too large'],
    ['\xf0\x9f\x98', '\udcf0\udc9f\udc98', 'a sequence cut off by the end'],
    ['\xf0\x9f\x98\x80', '😀', 'four bytes'],
    ['\xef\xbb\xbfa', '\ufeffa', 'a byte order mark'],
    ['a\x80b', 'a\udc80b', 'a stray continuation byte'],
  ])('of %j is %j: %s', (byteString, decoded) => {
    expect(decodeText(byteString)).toBe(decoded);
    expect(encodeText(decoded)).toBe(byteString);
  });

  it('writes a surrogate that stands for no byte as U+FFFD', () => {
    expect(encodeText('a\ud800b')).toBe('a\xef\xbf\xbdb');
  });

  it('shows bytes that are no text as U+FFFD and leaves pairs alone', () => {
    expect(showText('caf\udce9 😀')).toBe('caf\ufffd 😀');
  });
});

describe('a fingerprint', () => {
  it('is fourteen hex digits and changes with every byte', () => {
    holdsFor(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.nat()), 500, ([some, at]) => {
      const one = fingerprintOf(toByteString(some));
      const other = Uint8Array.from(some);
      other[at % some.length] = ((other[at % some.length] as number) + 1) % 256;
      expect(one).toMatch(/^[0-9a-f]{14}$/);
      expect(fingerprintOf(toByteString(other))).not.toBe(one);
    });
  });
});

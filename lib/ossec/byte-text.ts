/*
 * Bytes as strings, without loss. The core works on *byte strings*: one char per byte, U+0000…00FF, so that a string
 * index is a byte offset. Values meant for people are *decoded*: UTF-8, with a lone surrogate U+DC80…DCFF for each byte
 * that is not (the notation of the recorded cases). Both ways are exact inverses.
 */

const CHUNK = 8192;

/** The bytes as a byte string: index n of the result is byte n. */
export function toByteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return text;
}

/** The bytes of a byte string. Chars above U+00FF are a bug of the caller and are cut to their low byte. */
export function toBytes(byteString: string): Uint8Array {
  const bytes = new Uint8Array(byteString.length);
  for (let at = 0; at < byteString.length; at++) bytes[at] = byteString.charCodeAt(at);
  return bytes;
}

/** True when every byte is ASCII: then decoding changes nothing. */
const isAscii = (byteString: string): boolean => {
  for (let at = 0; at < byteString.length; at++) if (byteString.charCodeAt(at) > 0x7f) return false;
  return true;
};

/** Length and smallest code point of a UTF-8 sequence by its first byte; 0 for a byte that cannot start one. */
function sequenceOf(lead: number): { length: number; least: number } {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, least: 0x80 };
  if (lead >= 0xe0 && lead <= 0xef) return { length: 3, least: 0x800 };
  if (lead >= 0xf0 && lead <= 0xf4) return { length: 4, least: 0x10000 };
  return { length: 0, least: 0 };
}

/** The code point that starts at `at`, and its length; null when the bytes there are not valid UTF-8. */
function codePointAt(byteString: string, at: number): { point: number; length: number } | null {
  const { length, least } = sequenceOf(byteString.charCodeAt(at));
  if (length === 0 || at + length > byteString.length) return null;
  let point = byteString.charCodeAt(at) & (0x7f >> length);
  for (let next = at + 1; next < at + length; next++) {
    const byte = byteString.charCodeAt(next);
    if ((byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || point > 0x10ffff || isSurrogate ? null : { point, length };
}

/** A byte string as text for people; bytes that are not UTF-8 become lone surrogates U+DC80…DCFF. */
export function decodeText(byteString: string): string {
  if (isAscii(byteString)) return byteString;
  let text = '';
  for (let at = 0; at < byteString.length; ) {
    const byte = byteString.charCodeAt(at);
    const found = byte < 0x80 ? { point: byte, length: 1 } : codePointAt(byteString, at);
    text += found ? String.fromCodePoint(found.point) : String.fromCharCode(0xdc00 + byte);
    at += found ? found.length : 1;
  }
  return text;
}

/** The byte string of a text: UTF-8, lone surrogates U+DC80…DCFF back to their byte, other lone surrogates as U+FFFD. */
export function encodeText(text: string): string {
  if (isAscii(text)) return text;
  let bytes = '';
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point >= 0xdc80 && point <= 0xdcff) bytes += String.fromCharCode(point - 0xdc00);
    else bytes += encodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return bytes;
}

function encodePoint(point: number): string {
  if (point < 0x80) return String.fromCharCode(point);
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(0));
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
}

/** For the screen: bytes that are no text shown as U+FFFD instead of an unpaired surrogate. */
export const showText = (text: string): string => text.replace(/[\udc80-\udcff](?<![\ud800-\udbff].)/g, '\ufffd');

/** A short fingerprint (53 bits, hex) of a byte string: to notice that a block changed, not to defend against anyone. */
export function fingerprintOf(byteString: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < byteString.length; at++) {
    const code = byteString.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

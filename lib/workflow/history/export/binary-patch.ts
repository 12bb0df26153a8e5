/*
 * Git's own patch for any bytes: both versions whole, compressed, in its base 85. Knows no mail and no history.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const LINE_BYTES = 52;

/** The name that git gives to these bytes. */
export const blobId = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** The part of a patch after its index line; null before the file was there. */
export const binaryPatch = (before: Uint8Array | null, after: Uint8Array): string =>
  `GIT binary patch\n${literal(after)}\n${literal(before ?? new Uint8Array())}\n`;

function literal(bytes: Uint8Array): string {
  const packed = deflateSync(bytes);
  const lines: string[] = [];
  for (let at = 0; at < packed.length; at += LINE_BYTES) {
    const line = packed.subarray(at, at + LINE_BYTES);
    lines.push(lengthDigit(line.length) + base85(line));
  }
  return `literal ${bytes.length}\n${lines.join('\n')}\n`;
}

/** A to Z for 1 to 26 bytes, a to z for 27 to 52. */
const lengthDigit = (length: number): string => String.fromCharCode(length <= 26 ? 64 + length : 70 + length);

/** Four bytes as five digits; the last ones are filled up with zeros. */
function base85(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0;
    for (let byte = 0; byte < 4; byte++) value = value * 256 + (bytes[at + byte] ?? 0);
    let digits = '';
    for (let digit = 0; digit < 5; digit++) {
      digits = DIGITS[value % 85] + digits;
      value = Math.floor(value / 85);
    }
    text += digits;
  }
  return text;
}

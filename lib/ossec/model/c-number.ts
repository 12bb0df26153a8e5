/*
 * Numbers as the manager converts them (dialect §4 "Numbers"): C blanks, a sign, digits, the rest ignored; no digits is 0.
 * strtol saturates at 64 bits, then only the low 32 bits are kept, signed: 4294967301 is 5.
 */

const NUMBER = /^[ \t\n\v\f\r]*([+-]?)(\d+)/;
const MAX = 2n ** 63n - 1n;

/** What C's atoi makes of the text. */
export function toCInt(text: string): number {
  const match = NUMBER.exec(text);
  if (!match) return 0;
  const digits = BigInt(match[2] ?? '0');
  if (match[1] === '-') return Number(BigInt.asIntN(32, -(digits > MAX ? MAX + 1n : digits)));
  return Number(BigInt.asIntN(32, digits > MAX ? MAX : digits));
}

/** OS_StrIsNum: digits only; an empty text passes. */
export const isCDigits = (text: string): boolean => /^[0-9]*$/.test(text);

/*
 * Owns telling a file that a write in place left half done, because its program was killed in the middle of it.
 * Pure: knows how write-in-place puts bytes down (front to back, then the length), reads and mends nothing.
 */

/**
 * True when `file` is what a killed write of `to` over `from` may have left, or the putting back after such a write:
 *
 *     to   to   to   | from from            the write stopped here
 *     from | to | from from                 it failed, and the putting back stopped here
 *
 * The length is the last thing to change, so a shrinking write shows the old end until then. A file that equals `from`
 * or `to` is whole. After a power cut other mixtures are possible; they are not recognised.
 */
export function isTornWrite(file: Uint8Array, from: Uint8Array, to: Uint8Array): boolean {
  if (isEqual(file, from) || isEqual(file, to)) return false;
  const back = runLength(file, from, 0);
  const forth = runLength(file, to, back);
  if (file.length === from.length) return runLength(file, from, forth) === file.length;
  // Longer than it was: everything past the part that was put back is new.
  if (file.length > from.length) return forth === file.length;
  // Shorter than it was: the new length was set, and the old bytes are on their way back.
  if (file.length === to.length) return forth === file.length;
  return file.length > to.length && back === file.length;
}

/** Where `a` and `b` begin to differ at or after `start`; the end of the shorter one at most. */
function runLength(a: Uint8Array, b: Uint8Array, start: number): number {
  const end = Math.min(a.length, b.length);
  let at = start;
  while (at < end && a[at] === b[at]) at += 1;
  return at;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && runLength(a, b, 0) === a.length;
}

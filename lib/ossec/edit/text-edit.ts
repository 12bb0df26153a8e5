/*
 * An edit is a value: replace the bytes [start, end) by `text`. Offsets count bytes of the text before any edit; `text` is a
 * byte string (byte-text.ts). A list of edits is sorted and does not overlap.
 */

export type TextEdit = { start: number; end: number; text: string };

/** Sorted by place; edits that are equal to what is there are left out. */
export function normaliseEdits(text: string, edits: TextEdit[]): TextEdit[] {
  return edits
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.text)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The byte string after the edits. Throws on overlap or out-of-range offsets: a bug of the planner, never a user's input. */
export function applyEdits(text: string, edits: TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    if (start < at || end < start || end > text.length)
      throw new RangeError(`edit ${start}..${end} overlaps or is out of range`);
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** The edits that turn the edited text back into `text`, exactly. */
export function invertEdits(text: string, edits: TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text: replacement }) => {
    const inverse = { start: start + shift, end: start + shift + replacement.length, text: text.slice(start, end) };
    shift += replacement.length - (end - start);
    return inverse;
  });
}

/** Where the byte at `offset` of the edited text stood before the edits; null for a byte that they wrote. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number | null {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start + shift + text.length > offset) return offset >= start + shift ? null : offset - shift;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

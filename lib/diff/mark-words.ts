/* Which words of a changed line differ: ranges of characters on both sides. */
import { diffArrays } from 'diff';

export type Mark = { start: number; end: number };

const WORD = /[\p{L}\p{N}_.:/-]+|\s+|[\s\S]/gu;
const MAX_EDITS = 60;

/** The differing words of a line before and after. */
export function markWords(before: string, after: string): { left: Mark[]; right: Mark[] } {
  const was = before.match(WORD) ?? [];
  const is = after.match(WORD) ?? [];
  const pieces = diffArrays(was, is, { maxEditLength: MAX_EDITS });
  if (!pieces) return { left: [{ start: 0, end: before.length }], right: [{ start: 0, end: after.length }] };
  const marks = { left: [] as Mark[], right: [] as Mark[] };
  const at = { left: 0, right: 0 };
  for (const { added, removed, value } of pieces) {
    const length = value.join('').length;
    if (!added) {
      if (removed) marks.left.push({ start: at.left, end: at.left + length });
      at.left += length;
    }
    if (!removed) {
      if (added) marks.right.push({ start: at.right, end: at.right + length });
      at.right += length;
    }
  }
  return marks;
}

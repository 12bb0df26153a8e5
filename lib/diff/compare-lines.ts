/*
 * Which lines differ between two byte strings. Common head and tail are cut off first, so that a small change to a huge file
 * costs about one look at it. Knows nothing of XML but where a reader expects a block to begin.
 */
import { diffArrays } from 'diff';
import { LineTable } from './line-table.ts';
import { slideChanges } from './slide-changes.ts';

/** Lines [leftStart, leftEnd) became [rightStart, rightEnd), counted from 0. */
export type LineChange = { leftStart: number; leftEnd: number; rightStart: number; rightEnd: number };

export type LineComparison = { left: LineTable; right: LineTable; changes: LineChange[] };

/** Beyond this many edited lines the search stops, and the rest counts as replaced as a whole. */
const MAX_EDITS = 4000;
const MAX_MS = 3000;
const CHUNK = 65536;

export function compareLines(before: string, after: string): LineComparison {
  const left = new LineTable(before);
  const right = new LineTable(after);
  if (before === after) return { left, right, changes: [] };
  const headBytes = commonHead(before, after);
  const head = Math.min(left.linesBefore(headBytes), right.linesBefore(headBytes));
  const tailBytes = commonTail(before, after);
  const tail = Math.min(
    left.linesFrom(before.length - tailBytes),
    right.linesFrom(after.length - tailBytes),
    left.count - head,
    right.count - head,
  );
  const changes = compareMiddle(left, right, head, tail);
  return { left, right, changes: slideChanges(left, right, changes) };
}

function compareMiddle(left: LineTable, right: LineTable, head: number, tail: number): LineChange[] {
  const was = left.slice(head, left.count - tail);
  const is = right.slice(head, right.count - tail);
  if (was.length === 0 || is.length === 0) return [whole(head, was.length, is.length)];
  const pieces = diffArrays(was, is, { maxEditLength: MAX_EDITS, timeout: MAX_MS });
  if (!pieces) return [whole(head, was.length, is.length)];
  const changes: LineChange[] = [];
  let at = head;
  let to = head;
  for (const { added, removed, value } of pieces) {
    const length = value.length;
    if (!added && !removed) {
      at += length;
      to += length;
      continue;
    }
    const last = changes.at(-1);
    const open = last && last.leftEnd === at && last.rightEnd === to ? last : null;
    const change = open ?? { leftStart: at, leftEnd: at, rightStart: to, rightEnd: to };
    if (!open) changes.push(change);
    if (removed) at = change.leftEnd += length;
    else to = change.rightEnd += length;
  }
  return changes;
}

const whole = (head: number, was: number, is: number): LineChange => ({
  leftStart: head,
  leftEnd: head + was,
  rightStart: head,
  rightEnd: head + is,
});

function commonHead(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at + CHUNK <= length && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonTail(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let size = 0;
  const chunk = (text: string) => text.slice(text.length - size - CHUNK, text.length - size);
  while (size + CHUNK <= length && chunk(a) === chunk(b)) size += CHUNK;
  while (size < length && a.charCodeAt(a.length - size - 1) === b.charCodeAt(b.length - size - 1)) size++;
  return size;
}

/*
 * Lines that were only added, or only removed, can often be marked at several places with the same meaning. Chosen is the one
 * a reader expects: from the opening tag of a block (or the comment above it) to the blank line behind it.
 */
import type { LineChange } from './compare-lines.ts';
import type { LineTable } from './line-table.ts';

const FARTHEST = 400;

export function slideChanges(left: LineTable, right: LineTable, changes: LineChange[]): LineChange[] {
  const slid: LineChange[] = [];
  /** Changes that came to touch are one. */
  const push = (change: LineChange) => {
    const last = slid.at(-1);
    if (!last || last.leftEnd !== change.leftStart || last.rightEnd !== change.rightStart) slid.push(change);
    else Object.assign(last, { leftEnd: change.leftEnd, rightEnd: change.rightEnd });
  };
  changes.forEach((change, index) => {
    const isAdded = change.leftStart === change.leftEnd;
    if (!isAdded && change.rightStart !== change.rightEnd) {
      push({ ...change });
      return;
    }
    const lines = isAdded ? right : left;
    const [start, end] = isAdded ? [change.rightStart, change.rightEnd] : [change.leftStart, change.leftEnd];
    const before = slid.at(-1);
    const after = changes[index + 1];
    const least = before ? (isAdded ? before.rightEnd : before.leftEnd) : 0;
    const most = after ? (isAdded ? after.rightStart : after.leftStart) : lines.count;
    push(moved(change, bestShift(lines, start, end, least, most)));
  });
  return slid;
}

const moved = (change: LineChange, by: number): LineChange => ({
  leftStart: change.leftStart + by,
  leftEnd: change.leftEnd + by,
  rightStart: change.rightStart + by,
  rightEnd: change.rightEnd + by,
});

function bestShift(lines: LineTable, start: number, end: number, least: number, most: number): number {
  let best = { shift: 0, cost: costOf(lines, start, end) };
  const look = (shift: number) => {
    const cost = costOf(lines, start + shift, end + shift);
    if (cost < best.cost || (cost === best.cost && shift > best.shift)) best = { shift, cost };
  };
  for (let up = 1; up <= FARTHEST && start - up >= least && lines.raw(start - up) === lines.raw(end - up); up++)
    look(-up);
  for (let down = 0; down < FARTHEST && end + down < most && lines.raw(start + down) === lines.raw(end + down); down++)
    look(down + 1);
  return best.shift;
}

/** Every tag that is closed in [start, end) was opened in it, and the other way round. */
function isBalanced(lines: LineTable, start: number, end: number): boolean {
  let depth = 0;
  for (let line = start; line < end; line++) {
    for (const [tag] of lines.raw(line).matchAll(/<\/?[A-Za-z_][^<>]*>/g)) {
      if (tag.startsWith('</')) depth--;
      else if (!tag.endsWith('/>')) depth++;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** How odd it looks to mark [start, end). */
function costOf(lines: LineTable, start: number, end: number): number {
  const first = lines.raw(start);
  const words = first.trim();
  const last = lines.raw(end - 1).trim();
  const above = start > 0 ? lines.raw(start - 1).trim() : '';
  let cost = 0;
  if (words === '') cost += 3;
  if (words.startsWith('</')) cost += 8;
  // A comment belongs to the block below it.
  if (above.startsWith('<!--') && words !== '') cost += 2;
  if (last !== '' && !/>$/.test(last)) cost += 2;
  if (/^<[^/!][^>]*>$/.test(last)) cost += 6;
  if (last.startsWith('<!--') && end - start > 1) cost += 4;
  if (!isBalanced(lines, start, end)) cost += 10;
  return cost + (words === '' ? 0 : Math.min(indentOf(first), 40) / 100);
}

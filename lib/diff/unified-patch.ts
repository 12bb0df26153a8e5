/*
 * A change as a patch that `patch -p1` and `git apply` take: exact bytes, line endings kept, nothing masked.
 */
import { compareLines, type LineChange } from './compare-lines.ts';
import type { LineTable } from './line-table.ts';

const CONTEXT = 3;
const NO_END = '\\ No newline at end of file\n';

/** The patch from `before` to `after`, both byte strings, as a byte string; empty when they are equal. */
export function unifiedPatch(before: string, after: string, path = 'etc/ossec.conf'): string {
  const { left, right, changes } = compareLines(before, after);
  if (changes.length === 0) return '';
  const hunks = groupChanges(changes).map((group) => writeHunk(left, right, group));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Changes whose surroundings touch share a hunk. */
function groupChanges(changes: LineChange[]): LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.leftEnd;
    if (last && end !== undefined && change.leftStart - end <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function writeHunk(left: LineTable, right: LineTable, group: LineChange[]): string {
  const first = group[0] as LineChange;
  const last = group.at(-1) as LineChange;
  const above = Math.min(CONTEXT, first.leftStart);
  const below = Math.min(CONTEXT, left.count - last.leftEnd);
  const body: string[] = [];
  let at = first.leftStart - above;
  const same = (to: number) => {
    for (; at < to; at++) body.push(lineOf(' ', left.raw(at)));
  };
  for (const { leftStart, leftEnd, rightStart, rightEnd } of group) {
    same(leftStart);
    for (; at < leftEnd; at++) body.push(lineOf('-', left.raw(at)));
    for (let to = rightStart; to < rightEnd; to++) body.push(lineOf('+', right.raw(to)));
  }
  same(last.leftEnd + below);
  const was = rangeOf(first.leftStart - above, last.leftEnd + below);
  const is = rangeOf(first.rightStart - above, last.rightEnd + below);
  return `@@ -${was} +${is} @@\n${body.join('')}`;
}

const lineOf = (sign: string, raw: string): string =>
  raw.endsWith('\n') ? `${sign}${raw}` : `${sign}${raw}\n${NO_END}`;

/** Lines [from, to) as a patch counts them; an empty range names the line before it. */
const rangeOf = (from: number, to: number): string => (to === from ? `${from},0` : `${from + 1},${to - from}`);

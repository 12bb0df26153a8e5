/*
 * A diff as rows for a page: changed lines with three lines around them, everything else folded with its count. Lines are as
 * people see them (shown-lines.ts); which lines differ is decided on the bytes.
 */
import { diffArrays } from 'diff';
import { compareLines, type LineChange } from './compare-lines.ts';
import { type Mark, markWords } from './mark-words.ts';
import { MASK, type ShownLine, type ShownLines } from './shown-lines.ts';

export type { Mark };

/** One line of one side. */
export type DiffCell = ShownLine & {
  /** Counted from 1. */
  line: number;
  marks: Mark[];
  /** The file ends here without a line break. */
  unended?: true;
};

export type DiffRow = {
  kind: 'same' | 'add' | 'del' | 'change';
  left: DiffCell | null;
  /** On a row that is the same, only the line number differs from `left`: see `rightLine`. */
  right: DiffCell | null;
  rightLine: number | null;
  /** Set on the first row of each change: its number, from 0. */
  change?: number;
};

export type DiffPart =
  | { kind: 'rows'; rows: DiffRow[] }
  /** `count` unchanged lines, from these lines (counted from 1) on. */
  | { kind: 'fold'; left: number; right: number; count: number };

export type FileDiff = {
  parts: DiffPart[];
  changes: number;
  added: number;
  removed: number;
  /** Too long for a page: the end is left out. */
  isCut?: true;
};

const CONTEXT = 3;
/** A fold of one line would be no shorter than the line. */
const LEAST_FOLD = 2;
/** A page cannot hold more. */
const MOST_ROWS = 20_000;

export function diffLines(before: ShownLines, after: ShownLines): FileDiff {
  const { left, changes } = compareLines(before.table.text, after.table.text);
  const build = new DiffBuilder(before, after);
  let at = 0;
  let to = 0;
  changes.forEach((change, index) => {
    build.unchanged(at, to, change.leftStart - at, index === 0, false);
    build.changed(change, index);
    at = change.leftEnd;
    to = change.rightEnd;
  });
  build.unchanged(at, to, left.count - at, changes.length === 0, true);
  const sum = (pick: (change: LineChange) => number) => changes.reduce((all, change) => all + pick(change), 0);
  return {
    parts: build.parts,
    ...(build.isCut ? { isCut: true as const } : {}),
    changes: changes.length,
    added: sum(({ rightStart, rightEnd }) => rightEnd - rightStart),
    removed: sum(({ leftStart, leftEnd }) => leftEnd - leftStart),
  };
}

class DiffBuilder {
  readonly parts: DiffPart[] = [];
  private rows = 0;
  private readonly before: ShownLines;
  private readonly after: ShownLines;

  constructor(before: ShownLines, after: ShownLines) {
    this.before = before;
    this.after = after;
  }

  get isCut(): boolean {
    return this.rows >= MOST_ROWS;
  }

  unchanged(left: number, right: number, count: number, isFirst: boolean, isLast: boolean): void {
    if (this.isCut) return;
    const above = isFirst ? 0 : Math.min(CONTEXT, count);
    const below = isLast ? 0 : Math.min(CONTEXT, count - above);
    const folded = count - above - below;
    const shown = folded < LEAST_FOLD ? count : above;
    for (let n = 0; n < shown; n++) this.same(left + n, right + n);
    if (shown === count) return;
    this.parts.push({ kind: 'fold', left: left + above + 1, right: right + above + 1, count: folded });
    for (let n = count - below; n < count; n++) this.same(left + n, right + n);
  }

  changed({ leftStart, leftEnd, rightStart, rightEnd }: LineChange, number: number): void {
    if (this.isCut) return;
    let first = true;
    const push = (row: DiffRow) => {
      this.push(first ? { ...row, change: number } : row);
      first = false;
    };
    for (const [was, is] of pairLines(
      this.before.table.slice(leftStart, leftEnd),
      this.after.table.slice(rightStart, rightEnd),
    )) {
      if (this.isCut) return;
      const left = was === null ? null : cellOf(this.before, leftStart + was);
      const right = is === null ? null : cellOf(this.after, rightStart + is);
      if (left && right) {
        markPair(left, right);
        nameReturn(left, this.before.table.raw(leftStart + (was ?? 0)), right);
        nameReturn(right, this.after.table.raw(rightStart + (is ?? 0)), left);
      }
      push({
        kind: left && right ? 'change' : left ? 'del' : 'add',
        left,
        right,
        rightLine: right?.line ?? null,
      });
    }
  }

  private same(left: number, right: number): void {
    this.push({ kind: 'same', left: cellOf(this.before, left), right: null, rightLine: right + 1 });
  }

  private push(row: DiffRow): void {
    if (this.rows++ >= MOST_ROWS) return;
    const last = this.parts.at(-1);
    if (last?.kind === 'rows') last.rows.push(row);
    else this.parts.push({ kind: 'rows', rows: [row] });
  }
}

function cellOf(lines: ShownLines, index: number): DiffCell {
  const cell: DiffCell = { ...lines.line(index), line: index + 1, marks: [] };
  return lines.table.raw(index).endsWith('\n') ? cell : { ...cell, unended: true };
}

/** Marks what differs. A hidden secret that changed is marked as a whole: the eye would see no difference. */
function markPair(left: DiffCell, right: DiffCell): void {
  if (left.text !== right.text) {
    const marks = markWords(left.text, right.text);
    left.marks = marks.left;
    right.marks = marks.right;
    return;
  }
  const at = left.text.indexOf(MASK);
  if (at !== -1) {
    left.marks = [{ start: at, end: at + MASK.length }];
    right.marks = left.marks;
  }
}

const RETURN = '␍';

/** Only the line ending differs: the one with a carriage return says so. */
function nameReturn(cell: DiffCell, raw: string, other: DiffCell): void {
  if (cell.text !== other.text || cell.marks.length > 0 || !raw.endsWith('\r\n')) return;
  cell.marks = [{ start: cell.text.length, end: cell.text.length + 1 }];
  cell.text += RETURN;
}

const tagOf = (line: string): string => /^\s*<([\w.:-]+)/.exec(line)?.[1] ?? /^\s*(<\/|<!--)/.exec(line)?.[1] ?? '';

/** Which old line became which new one: those that open the same tag, in order. Others stand alone. */
function pairLines(was: string[], is: string[]): [number | null, number | null][] {
  const pairs: [number | null, number | null][] = [];
  if (was.length === 1 && is.length === 1) return [[0, 0]];
  const pieces = diffArrays(was.map(tagOf), is.map(tagOf), { maxEditLength: 2000 });
  let left = 0;
  let right = 0;
  for (const { added, removed, value } of pieces ?? []) {
    for (let n = 0; n < value.length; n++) pairs.push([added ? null : left++, removed ? null : right++]);
  }
  while (left < was.length) pairs.push([left++, null]);
  while (right < is.length) pairs.push([null, right++]);
  return pairs;
}

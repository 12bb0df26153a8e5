/* What a page does with the parts of a diff: open a fold, set rows one under the other, stop at a sensible length. Pure. */
import type { DiffCell, DiffPart, DiffRow } from '@/lib/diff/diff-lines';
import type { ShownLine } from '@/lib/diff/shown-lines';

export type Fold = Extract<DiffPart, { kind: 'fold' }>;

/** A longer fold opens piece by piece, from the side of the nearest change. */
export const OPEN_AT_ONCE = 200;

/** Which lines of the left file (from 1, the last included) a press on the fold asks for. */
export function linesToOpen(fold: Fold, isFirst: boolean): { from: number; to: number } {
  const count = Math.min(fold.count, OPEN_AT_ONCE);
  const from = isFirst ? fold.left + fold.count - count : fold.left;
  return { from, to: from + count - 1 };
}

/** The parts with these lines shown instead of folded. */
export function openFold(
  parts: readonly DiffPart[],
  fold: Fold,
  from: number,
  lines: readonly ShownLine[],
): DiffPart[] {
  const skip = from - fold.left;
  const rows = lines.map(
    (line, n): DiffRow => ({
      kind: 'same',
      left: { ...line, line: from + n, marks: [] },
      right: null,
      rightLine: fold.right + skip + n,
    }),
  );
  const piece = (left: number, right: number, count: number): DiffPart[] =>
    count > 0 ? [{ kind: 'fold', left, right, count }] : [];
  const after = skip + lines.length;
  return parts.flatMap((part) =>
    part.kind === 'fold' && part.left === fold.left
      ? [
          ...piece(fold.left, fold.right, skip),
          { kind: 'rows', rows } as const,
          ...piece(fold.left + after, fold.right + after, fold.count - after),
        ]
      : [part],
  );
}

/** One line under the other, as a patch has them: what went, then what came. */
export type UnifiedRow = {
  kind: 'same' | 'add' | 'del';
  cell: DiffCell;
  leftLine: number | null;
  rightLine: number | null;
  change?: number;
};

export function unifiedRows(rows: readonly DiffRow[]): UnifiedRow[] {
  const result: UnifiedRow[] = [];
  let went: UnifiedRow[] = [];
  let came: UnifiedRow[] = [];
  let change: number | undefined;
  const flush = () => {
    const run = [...went, ...came];
    if (run[0] && change !== undefined) run[0] = { ...run[0], change };
    result.push(...run);
    went = [];
    came = [];
    change = undefined;
  };
  for (const row of rows) {
    if (row.kind === 'same') {
      flush();
      const cell = row.left as DiffCell;
      result.push({ kind: 'same', cell, leftLine: cell.line, rightLine: row.rightLine });
      continue;
    }
    change ??= row.change;
    if (row.left) went.push({ kind: 'del', cell: row.left, leftLine: row.left.line, rightLine: null });
    if (row.right) came.push({ kind: 'add', cell: row.right, leftLine: null, rightLine: row.right.line });
  }
  flush();
  return result;
}

/** The first parts, with at most `limit` rows, and how many rows are left out. */
export function firstParts(parts: readonly DiffPart[], limit: number): { shown: DiffPart[]; hidden: number } {
  const shown: DiffPart[] = [];
  let left = limit;
  let hidden = 0;
  for (const part of parts) {
    if (part.kind === 'fold') {
      if (left > 0) shown.push(part);
      continue;
    }
    const { rows } = part;
    if (left > 0) shown.push(rows.length <= left ? part : { kind: 'rows', rows: rows.slice(0, left) });
    hidden += Math.max(0, rows.length - left);
    left = Math.max(0, left - rows.length);
  }
  return { shown, hidden };
}

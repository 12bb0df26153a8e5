import { expect, test } from 'vitest';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { type Fold, firstParts, linesToOpen, openFold, unifiedRows } from './diff-parts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => `<a>${n}</a>`);
const diff = (before: string[], after: string[]) =>
  diffLines(new ShownLines({ text: `${before.join('\n')}\n` }), new ShownLines({ text: `${after.join('\n')}\n` }))
    .parts;

test('a long fold opens from the side of the nearest change', () => {
  const fold: Fold = { kind: 'fold', left: 1, right: 1, count: 900 };
  expect(linesToOpen(fold, true)).toEqual({ from: 701, to: 900 });
  expect(linesToOpen(fold, false)).toEqual({ from: 1, to: 200 });
  expect(linesToOpen({ ...fold, count: 26 }, false)).toEqual({ from: 1, to: 26 });
});

test('what is left of a fold stays folded, with right numbers on both sides', () => {
  const after = lines(600);
  after.splice(0, 1, 'new', 'newer');
  const parts = diff(lines(600), after);
  const fold = parts.find((part) => part.kind === 'fold') as Fold;
  expect(fold).toMatchObject({ left: 5, right: 6, count: 596 });
  const { from, to } = linesToOpen(fold, false);
  const opened = openFold(
    parts,
    fold,
    from,
    lines(600)
      .slice(from - 1, to)
      .map((text) => ({ text, comment: 0 })),
  );
  expect(opened.at(-1)).toEqual({ kind: 'fold', left: 205, right: 206, count: 396 });
  const rows = opened.flatMap((part) => (part.kind === 'rows' ? part.rows : []));
  expect(rows.at(-1)).toMatchObject({ left: { line: 204, text: '<a>203</a>' }, rightLine: 205 });
});

test('unified: what went stands above what came, and the change is on its first line', () => {
  const parts = diff(['<a>1</a>', '<b>1</b>', '<c/>'], ['<a>2</a>', '<b>2</b>', '<c/>']);
  const rows = parts.flatMap((part) => (part.kind === 'rows' ? unifiedRows(part.rows) : []));
  expect(rows.map(({ kind, cell, change }) => [kind, cell.text, change])).toEqual([
    ['del', '<a>1</a>', 0],
    ['del', '<b>1</b>', undefined],
    ['add', '<a>2</a>', undefined],
    ['add', '<b>2</b>', undefined],
    ['same', '<c/>', undefined],
  ]);
});

test('a very long diff is cut at so many rows, and says how many are left', () => {
  const parts = diff(
    lines(600),
    lines(600).map((line) => line.replace('<a>', '<a>x')),
  );
  expect(firstParts(parts, 600)).toEqual({ shown: parts, hidden: 0 });
  const { shown, hidden } = firstParts(parts, 200);
  expect(shown).toMatchObject([{ kind: 'rows' }]);
  expect(shown[0]?.kind === 'rows' && shown[0].rows).toHaveLength(200);
  expect(hidden).toBe(400);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from '../ossec/byte-text.ts';
import { parseXml } from '../ossec/syntax/parse-xml.ts';
import { twoTexts } from './arbitrary-texts.ts';
import { type DiffCell, type DiffRow, diffLines, type FileDiff } from './diff-lines.ts';
import { ShownLines } from './shown-lines.ts';

const shown = (text: string) => new ShownLines({ text });
const diff = (before: string, after: string) => diffLines(shown(before), shown(after));
const rowsOf = ({ parts }: FileDiff): DiffRow[] => parts.flatMap((part) => (part.kind === 'rows' ? part.rows : []));
const marked = (cell: DiffCell | null) => cell?.marks.map(({ start, end }) => cell.text.slice(start, end));

/** One side of the diff as lines; a fold takes them from the text it stands for. */
function side({ parts }: FileDiff, which: 'left' | 'right', text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return parts.flatMap((part) => {
    if (part.kind === 'fold') return lines.slice(part[which] - 1, part[which] - 1 + part.count);
    return part.rows.flatMap((row) => {
      const cell = row.kind === 'same' ? row.left : row[which];
      return cell ? [cell.text.replace('␍', '')] : [];
    });
  });
}

test('rows and folds together are both texts, line for line', () => {
  void fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      const result = diff(before, after);
      const lines = (text: string) => side(diff(text, text), 'left', text);
      expect(side(result, 'left', before)).toEqual(lines(before));
      expect(side(result, 'right', after)).toEqual(lines(after));
    }),
    { numRuns: 1000 },
  );
});

test('line numbers count without a gap on each side', () => {
  void fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      let left = 0;
      let right = 0;
      for (const part of diff(before, after).parts) {
        if (part.kind === 'fold') {
          expect([part.left, part.right]).toEqual([left + 1, right + 1]);
          left += part.count;
          right += part.count;
        } else {
          for (const row of part.rows) {
            if (row.left) expect(row.left.line).toBe(++left);
            if (row.rightLine !== null) expect(row.rightLine).toBe(++right);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `line ${from + n}\n`).join('');

test('unchanged parts fold, with three lines around each change', () => {
  const { parts } = diff(
    `${lines(0, 50)}<level>7</level>\n${lines(50, 90)}`,
    `${lines(0, 50)}<level>10</level>\n${lines(50, 90)}`,
  );
  expect(parts.map((part) => (part.kind === 'fold' ? part.count : part.rows.length))).toEqual([47, 7, 37]);
});

test('a changed line is one row with its words marked', () => {
  const [row] = rowsOf(diff('  <level>7</level>\n', '  <level>10</level>\n'));
  expect(row).toMatchObject({ kind: 'change', change: 0 });
  expect([marked(row?.left ?? null), marked(row?.right ?? null)]).toEqual([['7'], ['10']]);
});

test('lines that open the same tag are paired, the others stand alone', () => {
  const rows = rowsOf(
    diff('<a>\n<level>7</level>\n</a>\n', '<a>\n<level>10</level>\n<rules_group>sshd,</rules_group>\n</a>\n'),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'change', 'add', 'same']);
});

test('each change is numbered on its first row', () => {
  const result = diff(`a\n${lines(0, 9)}b\n`, `A\n${lines(0, 9)}B\nC\n`);
  expect(result).toMatchObject({ changes: 2, added: 3, removed: 2 });
  expect(rowsOf(result).flatMap(({ change }) => (change === undefined ? [] : [change]))).toEqual([0, 1]);
});

test('text is decoded, and bytes that are no text are shown as such', () => {
  const [row] = rowsOf(diff('a\n', `${encodeText('é €')}\xff\n`));
  expect(row?.right?.text).toBe('é €\ufffd');
});

test('a line that lost only its line break or carriage return says so', () => {
  expect(rowsOf(diff('a\n', 'a'))[0]).toMatchObject({ kind: 'change', right: { unended: true } });
  expect(rowsOf(diff('a\r\n', 'a\n'))[0]?.left).toMatchObject({ text: 'a␍', marks: [{ start: 1, end: 2 }] });
});

test('a secret is hidden on both sides, and marked where it changed', () => {
  const config = (key: string) =>
    parseXml(`<ossec_config>\n<cluster>\n<key>${key}</key>\n</cluster>\n</ossec_config>\n`);
  const result = diffLines(new ShownLines(config('first-key')), new ShownLines(config('second-key')));
  expect(JSON.stringify(result)).not.toMatch(/first-key|second-key/);
  const row = rowsOf(result).find(({ kind }) => kind === 'change');
  expect(marked(row?.right ?? null)).toEqual(['••••••••']);
});

test('each line knows how much of it belongs to a comment from above', () => {
  const tree = parseXml('<a>\n<!-- one\ntwo <b>\nthree --> <c>1</c>\n</a>\n');
  expect(new ShownLines(tree).slice(0, 5).map(({ comment }) => comment)).toEqual([0, 0, 7, 9, 0]);
});

test('a diff that no page can hold is cut, and its counts are still whole', () => {
  const result = diff('', lines(0, 50_000));
  expect(result).toMatchObject({ isCut: true, added: 50_000 });
  expect(rowsOf(result)).toHaveLength(20_000);
});

test('an empty file on either side is no special case', () => {
  expect(diff('', '')).toEqual({ parts: [], changes: 0, added: 0, removed: 0 });
  expect(diff('', 'a\n')).toMatchObject({ changes: 1, added: 1, removed: 0 });
  expect(diff('a\n', '')).toMatchObject({ changes: 1, added: 0, removed: 1 });
});

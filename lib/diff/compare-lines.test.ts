import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoTexts } from './arbitrary-texts.ts';
import { compareLines, type LineComparison } from './compare-lines.ts';

/** The right text, made of the left one and the changes. */
function follow({ left, right, changes }: LineComparison): string {
  let text = '';
  let at = 0;
  for (const { leftStart, leftEnd, rightStart, rightEnd } of changes) {
    text += left.slice(at, leftStart).join('') + right.slice(rightStart, rightEnd).join('');
    at = leftEnd;
  }
  return text + left.slice(at, left.count).join('');
}

const marked = (before: string, after: string) => {
  const { right, changes } = compareLines(before, after);
  return changes.map(({ rightStart, rightEnd }) => right.slice(rightStart, rightEnd).join(''));
};

test('the changes lead from any text to any other', () => {
  void fc.assert(
    fc.property(twoTexts, ([before, after]) => follow(compareLines(before, after)) === after),
    {
      numRuns: 2000,
    },
  );
});

test('changes stand in order and apart', () => {
  void fc.assert(
    fc.property(twoTexts, ([before, after]) => {
      const { changes } = compareLines(before, after);
      return changes.every((one, index) => {
        const last = changes[index - 1];
        const isSome = one.leftEnd > one.leftStart || one.rightEnd > one.rightStart;
        return (
          isSome &&
          (!last || (one.leftStart > last.leftEnd && one.rightStart - last.rightEnd === one.leftStart - last.leftEnd))
        );
      });
    }),
    { numRuns: 1000 },
  );
});

const block = (name: string) => `  <active-response>\n    <command>${name}</command>\n  </active-response>\n\n`;

test('an added block is marked from its opening tag to the blank line behind it', () => {
  expect(marked(block('a') + block('c'), block('a') + block('b') + block('c'))).toEqual([block('b')]);
  expect(marked(block('a') + block('a'), block('a') + block('a') + block('a'))).toEqual([block('a')]);
});

test('a block that ends like its neighbour is still marked as a whole', () => {
  const one = (name: string) => `  <r>\n    <c>${name}</c>\n    <t>600</t>\n  </r>\n`;
  expect(marked(`${one('a')}</x>\n`, `${one('a')}\n${one('b')}</x>\n`)).toEqual([`\n${one('b')}`]);
});

test('a comment above an added block belongs to it', () => {
  const added = `  <!-- new -->\n${block('b')}`;
  expect(marked(block('a') + block('c'), block('a') + added + block('c'))).toEqual([added]);
});

test('a missing line break at the end is a difference', () => {
  expect(marked('a\nb', 'a\nb\n')).toEqual(['b\n']);
  expect(marked('a', '')).toEqual(['']);
  expect(marked('', 'a')).toEqual(['a']);
});

test('a small change at both ends of a 20 MB file is found in under two seconds', () => {
  const middle = Array.from(
    { length: 500_000 },
    (_, n) => `  <ignore>/srv/${n}/files/that/nobody/reads</ignore>\n`,
  ).join('');
  const started = performance.now();
  const { changes } = compareLines(`<a>1</a>\n${middle}<z>1</z>\n`, `<a>2</a>\n${middle}<z>2</z>\n`);
  expect(changes).toHaveLength(2);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('two huge files with nothing in common end in time, too', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}\n`).join('');
  const started = performance.now();
  expect(compareLines(text('a'), text('b')).changes).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(8000);
});

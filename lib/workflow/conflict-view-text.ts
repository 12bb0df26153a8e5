/*
 * The text of one block on each side of a conflict, with what differs marked. Lines as people see them: decoded, secrets
 * hidden. Pure.
 */
import { compareLines } from '../diff/compare-lines.ts';
import { markWords } from '../diff/mark-words.ts';
import { ShownLines } from '../diff/shown-lines.ts';
import type { Config } from '../ossec/index.ts';
import type { Span } from '../ossec/model/config-model.ts';
import { parseXml } from '../ossec/syntax/parse-xml.ts';
import { lineAt } from '../ossec/syntax/xml-tree.ts';
import type { ConflictLine } from '../view/conflict.ts';

/** The block alone, with the indentation of its first line. */
function textOf({ tree }: Config, { start, end }: Span): string {
  const lineStart = tree.text.lastIndexOf('\n', start - 1) + 1;
  const indent = tree.text.slice(lineStart, start);
  return (/^[ \t]*$/.test(indent) ? indent : '') + tree.text.slice(start, end);
}

function plainLines(text: string, first: number | null): ConflictLine[] {
  const shown = new ShownLines(parseXml(text));
  return shown.slice(0, shown.table.count).map((line, n) => ({
    ...line,
    line: first === null ? null : first + n,
    isChanged: false,
    marks: [],
  }));
}

/** A block of a file; `isNew` where the file is not on the disk, so that its lines have no numbers. */
export type Side = { config: Config; span: Span; isNew?: true } | null;

export type ConflictTexts = Record<'was' | 'theirs' | 'yours', ConflictLine[] | null>;

/** The three texts. Both sides are compared with the block as it was, or with each other where there was none. */
export function conflictTexts(was: Side, theirs: Side, yours: Side): ConflictTexts {
  const [old, their, your] = [was, theirs, yours].map((side) => side && textOf(side.config, side.span));
  const lines = (side: Side, text: string | null | undefined) =>
    side && text !== null && text !== undefined
      ? plainLines(text, side.isNew ? null : lineAt(side.config.tree.text, side.span.start))
      : null;
  const texts = { was: lines(was, old), theirs: lines(theirs, their), yours: lines(yours, your) };
  if (old && their) mark(texts.was, texts.theirs, [old, their]);
  if (old && your) mark(texts.was, texts.yours, [old, your]);
  if (!old && their && your) mark(texts.theirs, texts.yours, [their, your]);
  return texts;
}

const tagOf = (line: string): string | undefined => /^\s*<([\w.:-]+)/.exec(line)?.[1];

/** Marks the lines that differ, and the words in those that open the same tag. */
function mark(left: ConflictLine[] | null, right: ConflictLine[] | null, [was, is]: [string, string]): void {
  for (const { leftStart, leftEnd, rightStart, rightEnd } of compareLines(was, is).changes) {
    const gone = left?.slice(leftStart, leftEnd) ?? [];
    const come = right?.slice(rightStart, rightEnd) ?? [];
    for (const line of [...gone, ...come]) line.isChanged = true;
    for (const line of gone) {
      const other = come.find((one) => tagOf(one.text) !== undefined && tagOf(one.text) === tagOf(line.text));
      if (!other) continue;
      const marks = markWords(line.text, other.text);
      line.marks = [...line.marks, ...marks.left];
      other.marks = [...other.marks, ...marks.right];
    }
  }
}

/*
 * Switching a response off without harming the others. <disabled>yes</disabled> can silence every other response and the
 * manager's executor (dialect §7), so a block goes into a comment; only where it holds comments of its own does Riposte fall
 * back to the tag, and then only where the planner proves that nobody else is hurt.
 */
import type { XmlTree } from '../syntax/xml-tree.ts';
import { wholeLines } from './layout.ts';
import type { TextEdit } from './text-edit.ts';

/** Told apart from other comments by people only: Riposte recognises any comment that holds one whole response. */
export const OFF_NOTE = 'Switched off with Riposte';

/** The comment around a block's text. */
export const wrapInComment = (block: string, eol: string, indent: string): string =>
  `<!-- ${OFF_NOTE}${eol}${indent}${block}${eol}${indent}-->`;

/** Can this text stand inside a comment and come out again? `!>` would end it early, `<!` does not nest. */
export const canBeCommented = (text: string): boolean => !/-->|!>|<!/.test(text);

/** Puts the block [start, end) into a comment: two insertions, so that edits inside the block still fit. */
export function commentOut(tree: XmlTree, start: number, end: number, eol: string, indent: string): TextEdit[] {
  const own = wholeLines(tree.text, start, end) !== null && tree.text.slice(start, end).includes('\n');
  const [before, after] = own ? [`<!-- ${OFF_NOTE}${eol}${indent}`, `${eol}${indent}-->`] : ['<!-- ', ' -->'];
  return [
    { start, end: start, text: before },
    { start: end, end, text: after },
  ];
}

/** Takes the comment away around the block [start, end) inside it. */
export const uncomment = (comment: { start: number; end: number }, start: number, end: number): TextEdit[] => [
  { start: comment.start, end: start, text: '' },
  { start: end, end: comment.end, text: '' },
];

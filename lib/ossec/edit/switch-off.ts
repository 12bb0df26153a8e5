/*
 * Switching a response off without harming the others. <disabled>yes</disabled> can silence every other response and the
 * manager's executor (dialect §7), so a block goes into a comment; only where it holds comments of its own does Riposte fall
 * back to the tag, and then only where the planner proves that nobody else is hurt.
 */
import { parseCommented } from '../model/read-commented-responses.ts';
import type { XmlTree } from '../syntax/xml-tree.ts';
import type { Tags } from './block-tags.ts';
import { wholeLines } from './layout.ts';
import { RefusedChange } from './refusal.ts';
import type { TextEdit } from './text-edit.ts';

/** Told apart from other comments by people only: Riposte recognises any comment that holds one whole response. */
export const OFF_NOTE = 'Switched off with Riposte';

/** The comment around a block's text. */
export const wrapInComment = (block: string, eol: string, indent: string): string =>
  `<!-- ${OFF_NOTE}${eol}${indent}${block}${eol}${indent}-->`;

/** Can this text stand inside a comment and come out again? `!>` would end it early, `<!` does not nest. */
export const canBeCommented = (text: string): boolean => !/-->|!>|<!/.test(text);

/** Refuses values that would end the comment around their block (dialect §2.1). */
export function assertStaysInside(tags: Tags): void {
  const tag = [...tags].find(([, value]) => value !== null && !canBeCommented(value))?.[0];
  if (!tag) return;
  throw new RefusedChange(
    'value-not-carried',
    `${tag}: “-->” or “!>” would end the comment that switches the response off.`,
    'Leave it out, or enable the response in the same draft.',
  );
}

/** Refuses a block that Riposte would not find again inside a comment: it could never be enabled. */
export function assertFoundAgain(block: string, line: number): void {
  const comment = `<!--${block}-->`;
  if (parseCommented(comment, 0, comment.length)) return;
  throw new RefusedChange(
    'block-not-editable',
    'This block names no command, or holds tags that Riposte does not know: inside a comment it would be lost from sight.',
    'Remove it, or put it into a comment with an editor.',
    line,
  );
}

/** Puts the block [start, end) into a comment: two insertions, so that edits inside the block still fit. */
export function commentOut(tree: XmlTree, start: number, end: number, eol: string, indent: string): TextEdit[] {
  const own = wholeLines(tree.text, start, end) !== null && tree.text.slice(start, end).includes('\n');
  const [before, after] = own ? [`<!-- ${OFF_NOTE}${eol}${indent}`, `${eol}${indent}-->`] : ['<!-- ', ' -->'];
  return [
    { start, end: start, text: before },
    { start: end, end, text: after },
  ];
}

/** Takes the comment away around the block [start, end) inside it. Words that an admin wrote beside it stay, as comments. */
export function uncomment(
  text: string,
  comment: { start: number; end: number },
  start: number,
  end: number,
): TextEdit[] {
  const before = text.slice(comment.start + 4, start);
  const after = text.slice(end, comment.end - 3);
  const words = before.trimEnd();
  const wordsEnd = start - (before.length - words.length);
  return [
    words === '' || words.trim() === OFF_NOTE
      ? { start: comment.start, end: start, text: '' }
      : { start: wordsEnd, end: wordsEnd, text: ' -->' },
    after.trim() === '' ? { start: end, end: comment.end, text: '' } : { start: end, end, text: ' <!--' },
  ];
}

/*
 * The text of a new block. The same function writes into the file and draws the preview beside the form.
 */
import type { Tags } from './block-tags.ts';
import type { Layout } from './layout.ts';

/** How a block looks where there is no neighbour to copy. */
export const DEFAULT_LAYOUT: Layout = { eol: '\n', indent: '', step: '  ', oneLine: false };

/** `<name>…</name>` with its tags in `order`; without the indentation of its first line and without a line end behind it. */
export function writeBlock(name: string, tags: Tags, order: readonly string[], layout: Layout): string {
  const elements = order.flatMap((tag) => {
    const value = tags.get(tag);
    return value === undefined || value === null ? [] : [`<${tag}>${value}</${tag}>`];
  });
  if (layout.oneLine) return `<${name}>${elements.join('')}</${name}>`;
  const inner = `${layout.eol}${layout.indent}${layout.step}`;
  return `<${name}>${elements.map((element) => inner + element).join('')}${layout.eol}${layout.indent}</${name}>`;
}

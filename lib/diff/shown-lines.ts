/*
 * The lines of a file as people see them: decoded, secrets hidden, and with what begins inside a comment known, so that each
 * line can be coloured on its own.
 */
import { decodeText, showText } from '../ossec/byte-text.ts';
import type { XmlTree } from '../ossec/syntax/xml-tree.ts';
import { LineTable } from './line-table.ts';
import { type SecretSpan, secretSpans } from './mask-secrets.ts';

export type ShownLine = {
  text: string;
  /** So many characters at its start belong to a comment that began above. */
  comment: number;
};

export const MASK = '••••••••';

type Span = { start: number; end: number };

export class ShownLines {
  readonly table: LineTable;
  private readonly secrets: readonly SecretSpan[];
  private readonly comments: readonly Span[];

  constructor(tree: Pick<XmlTree, 'text'> & Partial<XmlTree>) {
    this.table = new LineTable(tree.text);
    this.secrets = tree.nodes ? secretSpans(tree as XmlTree) : [];
    this.comments = tree.comments ?? [];
  }

  /** Line `line`, counted from 0, without its line end. */
  line(line: number): ShownLine {
    const start = this.table.start(line);
    const raw = this.table.raw(line).replace(/\r?\n$/, '');
    const end = start + raw.length;
    let text = '';
    let at = start;
    let comment = 0;
    const inside = reaching(this.comments, start);
    const commentEnd = inside && inside.start < start ? Math.min(inside.end, end) : start;
    const take = (to: number) => {
      text += showText(decodeText(raw.slice(at - start, to - start)));
      at = to;
    };
    const stop = (to: number) => {
      if (at < commentEnd && commentEnd <= to) {
        take(commentEnd);
        comment = text.length;
      }
      take(to);
    };
    for (const secret of overlapping(this.secrets, start, end)) {
      stop(Math.max(at, secret.start));
      at = Math.min(end, secret.end);
      text += MASK;
      if (commentEnd >= at) comment = text.length;
    }
    stop(end);
    return { text, comment };
  }

  slice(from: number, to: number): ShownLine[] {
    const lines: ShownLine[] = [];
    for (let line = from; line < Math.min(to, this.table.count); line++) lines.push(this.line(line));
    return lines;
  }

  /** A secret stands on this line. */
  isMasked(line: number): boolean {
    return overlapping(this.secrets, this.table.start(line), this.table.start(line + 1)).length > 0;
  }
}

/** The first of `spans`, in order and apart, that ends behind `offset`. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function reaching(spans: readonly Span[], offset: number): Span | null {
  const span = spans[firstBehind(spans, offset)];
  return span && span.start <= offset ? span : null;
}

function overlapping(spans: readonly SecretSpan[], start: number, end: number): SecretSpan[] {
  const found: SecretSpan[] = [];
  for (let at = firstBehind(spans, start); at < spans.length; at++) {
    const span = spans[at] as SecretSpan;
    if (span.start >= end) break;
    found.push(span);
  }
  return found;
}

import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { XmlText } from '@/components/ui/xml-view';
import type { Mark } from '@/lib/diff/mark-words';

type Props = {
  text: string;
  /** So many characters at the start belong to a comment from above. */
  comment: number;
  marks?: readonly Mark[];
  tone?: 'add' | 'del';
};

/** One line of XML in its colours, with the words that changed on a darker ground. */
export function CodeLine({ text, comment, marks = [], tone }: Props) {
  if (comment === 0 && marks.length === 0) return <XmlText xml={text} />;
  const ends = [...new Set([comment, ...marks.flatMap(({ start, end }) => [start, end]), text.length])].sort(
    (a, b) => a - b,
  );
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const end of ends) {
    if (end <= at) continue;
    const piece = text.slice(at, end);
    const isMarked = marks.some((mark) => mark.start <= at && end <= mark.end);
    const words = end <= comment ? <span className="text-code-dim italic">{piece}</span> : <XmlText xml={piece} />;
    const ground = tone === 'del' ? 'bg-mark-del' : 'bg-mark-add';
    pieces.push(
      isMarked ? (
        <mark key={at} className={cx('rounded-[3px] py-px text-inherit', ground)}>
          {words}
        </mark>
      ) : (
        <span key={at}>{words}</span>
      ),
    );
    at = end;
  }
  return pieces;
}

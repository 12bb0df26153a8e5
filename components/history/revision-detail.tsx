import type { ReactNode } from 'react';
import { ChangeMark } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';

import { type HistoryItem, historyTitle, pastOutcome } from './history-words';

const glyphs = { '+': ['added', 'Added'], '~': ['changed', 'Changed'], '-': ['removed', 'Removed'] } as const;

/** One apply: who, why, what, and the diff it made (`children`). */
export function HistoryDetail({
  item,
  took,
  children,
}: {
  item: HistoryItem;
  took: string | null;
  children?: ReactNode;
}) {
  const facts: [string, string][] = [
    ['By', item.who],
    ['Applied', item.when],
    ...(took === null ? [] : [['Took', took] satisfies [string, string]]),
    ['Outcome', pastOutcome(item)],
  ];
  return (
    <section aria-labelledby="history-detail" className="min-w-0">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="text-12 text-fg-3">Apply {item.id}</p>
          <h2 id="history-detail" className="text-20 font-semibold tracking-h1 wrap-anywhere">
            {historyTitle(item)}
          </h2>
        </div>
        <ButtonLink href={`/apply/${item.id}`}>Steps and log</ButtonLink>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 pb-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-12 text-fg-3">{name}</dt>
            <dd className="font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {item.note && (
        <blockquote className="mb-4 max-w-[78ch] border-line-strong border-l-2 py-0.5 pl-3.5 text-14 whitespace-pre-wrap text-fg-2 wrap-anywhere">
          {item.note}
        </blockquote>
      )}
      {item.sentences.length > 0 && (
        <ul className="mb-5 flex flex-col gap-2">
          {item.sentences.map(({ mark, title, detail }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
            <li key={index} className="flex items-start gap-2.5">
              <Glyph mark={mark} />
              <span className="min-w-0 wrap-anywhere">
                <b className="font-semibold">{title}</b> <span className="text-fg-2">{detail}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** Not violet: it is history, not a draft. */
function Glyph({ mark }: { mark: '+' | '~' | '-' }) {
  const [change, word] = glyphs[mark];
  return (
    <span className="mt-px [&>span]:bg-surface-3 [&>span]:text-fg-2">
      <ChangeMark change={change} label={word} />
    </span>
  );
}

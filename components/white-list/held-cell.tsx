'use client';

import { Suspense, use } from 'react';
import type { HeldBack } from '@/lib/view/white-list';

type Props = { held: Promise<HeldBack>; address: string };

/** How often an entry kept a response from running; the past may take a moment to be counted. */
export function HeldCell(props: Props) {
  return (
    <Suspense fallback={<span className="text-fg-3">Counting</span>}>
      <Counted {...props} />
    </Suspense>
  );
}

function Counted({ held, address }: Props) {
  const found = use(held);
  const count = found.kind === 'known' ? found.counts[address] : undefined;
  if (count === undefined) return <span className="text-fg-3">Not known</span>;
  return (
    <span className={count === 0 ? 'text-fg-3' : undefined}>
      {count.toLocaleString('en-US')}
      <span className="text-fg-3 desk:sr-only"> held back</span>
    </span>
  );
}

/** What the numbers of the column are about, or why there are none. */
export function HeldNote({ held }: { held: Promise<HeldBack> }) {
  return (
    <Suspense fallback={null}>
      <NoteWords held={held} />
    </Suspense>
  );
}

function NoteWords({ held }: { held: Promise<HeldBack> }) {
  const found = use(held);
  return (
    <p className="px-4 pt-2 text-12 text-fg-3">
      {found.kind === 'unknown'
        ? `How often an entry held a response back is not known: ${found.why}`
        : knownWords(found)}
    </p>
  );
}

function knownWords({ period, isCut, note }: Extract<HeldBack, { kind: 'known' }>): string {
  const cut = isCut ? ' Only the first 40 entries are counted.' : '';
  return `Held back: alerts that would have set off a response of this file, ${period}.${cut}${note ? ` ${note}` : ''}`;
}

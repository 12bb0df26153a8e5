'use client';

import { type ReactNode, useState } from 'react';
import type { ShownLine } from '@/lib/diff/shown-lines';
import { type Fold, linesToOpen } from './diff-parts';

type FoldProps = {
  fold: Fold;
  isFirst: boolean;
  linesHref?: string | undefined;
  onOpen: (from: number, lines: ShownLine[]) => void;
};

/** Unchanged lines that are left out; opens them where there is a place to ask. */
export function FoldButton({ fold, isFirst, linesHref, onOpen }: FoldProps): ReactNode {
  const [state, setState] = useState<'shut' | 'loading' | 'failed'>('shut');
  const words = `${fold.count} unchanged ${fold.count === 1 ? 'line' : 'lines'}`;
  if (!linesHref) return <span className="px-2">{words}</span>;
  async function open() {
    const { from, to } = linesToOpen(fold, isFirst);
    setState('loading');
    try {
      const answer = await fetch(`${linesHref}&from=${from}&to=${to}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const { lines } = (await answer.json()) as { lines: ShownLine[] };
      onOpen(from, lines);
      setState('shut');
    } catch {
      setState('failed');
    }
  }
  return (
    <button
      type="button"
      onClick={open}
      aria-busy={state === 'loading' || undefined}
      className="h-6 rounded-tag px-2 text-left hover:text-fg hover:underline pointer-coarse:h-8"
    >
      {words}
      {state === 'loading' && ', loading'}
      {state === 'failed' && '. Could not load them. Try again'}
    </button>
  );
}

import type { ReactNode } from 'react';
import { cx } from './cx';

export type BadgeTone = 'grey' | 'green' | 'amber' | 'red' | 'blue' | 'violet' | 'line';

const tones: Record<BadgeTone, string> = {
  grey: 'bg-surface-3 text-fg-2',
  green: 'bg-green-bg text-green-fg',
  amber: 'bg-amber-bg text-amber-fg',
  red: 'bg-red-bg text-red-fg',
  blue: 'bg-blue-bg text-blue-fg',
  violet: 'bg-violet-bg-2 text-violet-fg',
  line: 'text-fg-2 inset-ring inset-ring-line-strong',
};

/** One or two words about a thing. Violet only for what is in the draft. */
export function Badge(props: { tone?: BadgeTone; icon?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center gap-[5px] whitespace-nowrap rounded-tag px-[7px] text-12 font-strong',
        tones[props.tone ?? 'grey'],
        props.className,
      )}
    >
      {props.icon}
      {props.children}
    </span>
  );
}

/** A small number in a box: a level, a rank. */
export function NumberTag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={cx(
        'inline-grid h-[18px] min-w-[22px] place-items-center rounded-tag bg-surface-3 px-1 text-11 font-semibold text-fg-2 tabular-nums',
        className,
      )}
    >
      {children}
    </span>
  );
}

const glyphs = { added: '+', changed: '~', removed: '−' } as const;

/** What the draft does to a thing. Only the glyph: say the word beside it, or pass `label` where there is none. */
export function ChangeMark({ change, label }: { change: keyof typeof glyphs; label?: string }) {
  return (
    <span className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-tag bg-violet-bg-2 px-1 font-mono text-11 font-semibold text-violet-fg">
      <span aria-hidden="true">{glyphs[change]}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}

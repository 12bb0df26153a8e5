import { Check, CircleX, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type Severity = 'blocker' | 'error' | 'warning' | 'note' | 'fixed';

const severities = {
  blocker: { word: 'Blocker', icon: OctagonX, text: 'text-red-fg' },
  error: { word: 'Error', icon: CircleX, text: 'text-red-fg' },
  warning: { word: 'Warning', icon: TriangleAlert, text: 'text-amber-fg' },
  note: { word: 'Note', icon: Info, text: 'text-blue-fg' },
  fixed: { word: 'Fixed', icon: Check, text: 'text-green-fg' },
} as const;

/** The shape alone. It carries its word for screen readers unless `silent`. */
export function SeverityIcon(props: { severity: Severity; silent?: boolean; className?: string }) {
  const { word, icon: Icon, text } = severities[props.severity];
  return (
    <>
      <Icon className={cx(text, props.className)} />
      {!props.silent && <span className="sr-only">{word}</span>}
    </>
  );
}

/** Shape and word, or shape and a count (`children`). Blocker is the only filled one. */
export function SeverityMark({ severity, children }: { severity: Severity; children?: ReactNode }) {
  const { word, icon: Icon, text } = severities[severity];
  const filled = severity === 'blocker';
  return (
    <span
      className={cx(
        'inline-flex items-center gap-[5px] whitespace-nowrap font-strong tabular-nums',
        filled ? 'h-5 rounded-tag bg-red-btn pr-[7px] pl-[5px] text-12 text-on-red' : text,
      )}
    >
      <Icon className={filled ? 'icon-14' : undefined} />
      {children ?? word}
      {children !== undefined && <span className="sr-only"> {word}</span>}
    </span>
  );
}

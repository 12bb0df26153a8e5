import { CircleCheck, FileDiff, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type CalloutTone = 'grey' | 'blue' | 'amber' | 'red' | 'green' | 'violet';

const tones = {
  grey: { box: 'border-line bg-surface-2', text: 'text-fg-3', icon: Info },
  blue: { box: 'border-blue-line bg-blue-bg', text: 'text-blue-fg', icon: Info },
  amber: { box: 'border-amber-line bg-amber-bg', text: 'text-amber-fg', icon: TriangleAlert },
  red: { box: 'border-red-line bg-red-bg', text: 'text-red-fg', icon: OctagonX },
  green: { box: 'border-green-line bg-green-bg', text: 'text-green-fg', icon: CircleCheck },
  violet: { box: 'border-violet-line bg-violet-bg', text: 'text-violet-fg', icon: FileDiff },
} as const;

type Props = {
  tone?: CalloutTone;
  title: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  /** `status` or `alert` when it appears after something the person did. */
  role?: 'status' | 'alert';
  className?: string;
  children?: ReactNode;
};

/** What happened, then why and what to do about it. */
export function Callout({ tone = 'grey', title, icon, actions, role, className, children }: Props) {
  const { box, text, icon: Icon } = tones[tone];
  return (
    <div
      role={role}
      className={cx(
        'flex flex-wrap items-center gap-x-2.5 gap-y-2 rounded-panel border px-3.5 py-[11px]',
        box,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
        <span className={cx('mt-0.5', text)}>{icon ?? <Icon />}</span>
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{title}</p>
          {children && <div className="mt-0.5 text-fg-2">{children}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

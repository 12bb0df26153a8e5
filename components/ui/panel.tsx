import { type ReactNode, useId } from 'react';
import { cx } from './cx';

type Props = {
  title?: ReactNode;
  /** Quiet words after the title: a period, a count. */
  sub?: ReactNode;
  /** At the right of the head: a link, a control. */
  more?: ReactNode;
  /** A hairline under the head. */
  line?: boolean;
  busy?: boolean;
  className?: string;
  children: ReactNode;
};

/** A hairline box. With a title it is a section named by it. */
export function Panel({ title, sub, more, line, busy, className, children }: Props) {
  const id = useId();
  const look = cx('flex min-w-0 flex-col rounded-panel border border-line bg-surface', className);
  if (!title) {
    return (
      <div className={look} aria-busy={busy}>
        {children}
      </div>
    );
  }
  return (
    <section className={look} aria-labelledby={id} aria-busy={busy}>
      <header className={cx('flex min-h-11 shrink-0 items-center gap-2 px-4', line && 'border-line border-b')}>
        <h2 id={id} className="text-13 font-semibold">
          {title}
        </h2>
        {sub && <span className="min-w-0 truncate text-fg-3">{sub}</span>}
        {more && <div className="ml-auto flex items-center gap-2 font-medium">{more}</div>}
      </header>
      {children}
    </section>
  );
}

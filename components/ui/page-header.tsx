import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';

type Props = {
  title: ReactNode;
  /** Quiet words after the title. */
  sub?: ReactNode;
  /** Where this page hangs: the title then shrinks to the last crumb. A phone shows the title alone. */
  crumbs?: { href: string; label: ReactNode }[];
  actions?: ReactNode;
  line?: boolean;
};

/** The head of a page, 60 px: title, where it hangs, what one can do. */
export function PageHeader({ title, sub, crumbs, actions, line }: Props) {
  return (
    <header
      className={cx(
        'flex shrink-0 items-center gap-3 px-4 desk:min-h-15 desk:flex-nowrap desk:py-0 desk:pr-6 desk:pl-8',
        crumbs?.length ? 'min-h-15' : 'flex-wrap gap-y-1 pt-3.5 pb-2.5',
        line && 'border-line border-b',
      )}
    >
      {crumbs?.length ? (
        <div className="flex min-w-0 items-center gap-2 font-medium text-fg-3">
          <nav aria-label="Breadcrumb" className="hidden desk:contents">
            {crumbs.map((crumb) => (
              <span key={crumb.href} className="contents">
                <Link href={crumb.href} className="whitespace-nowrap text-fg-2 hover:text-fg hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight className="icon-14" />
              </span>
            ))}
          </nav>
          <h1 className="truncate text-20 font-semibold tracking-h1 text-fg desk:text-14 desk:tracking-h3">{title}</h1>
        </div>
      ) : (
        <h1 className="text-20 font-semibold tracking-h1">{title}</h1>
      )}
      {sub && (
        <p
          className={cx('min-w-0 text-fg-3 desk:truncate', Boolean(actions) && 'max-desk:order-1 max-desk:basis-full')}
        >
          {sub}
        </p>
      )}
      {actions && <div className="ml-auto flex shrink-0 items-center gap-2">{actions}</div>}
    </header>
  );
}

import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { Panel } from '@/components/ui/panel';
import { verdictOf } from '@/lib/trace/link-words';
import type { Trace } from '@/lib/trace/trace';
import { LinkSign } from './link-state';

type Choice = { trace: Trace; href: string; trigger: string; current: boolean };

/** The responses of the file, those that come furthest first: which way to look at. */
export function ResponseChoice({ choices }: { choices: readonly Choice[] }) {
  return (
    <Panel title="Responses" sub="the nearest first" line>
      <nav aria-label="Responses">
        <ul>
          {choices.map(({ trace, href, trigger, current }) => {
            const { state, words } = verdictOf(trace);
            return (
              <li key={trace.key} className="border-line border-b last:border-b-0">
                <Link
                  href={href}
                  scroll={false}
                  prefetch={false}
                  aria-current={current ? 'true' : undefined}
                  className={cx(
                    'flex gap-2.5 px-4 py-2.5 text-fg no-underline hover:bg-surface-2',
                    current && 'bg-nav-current',
                  )}
                >
                  <LinkSign state={state} />
                  <span className="min-w-0">
                    <b className="block truncate font-semibold">{trace.command}</b>
                    <small className="block truncate text-12 text-fg-2">{trigger}</small>
                    <small className={cx('block text-12', state === 'bad' ? 'text-red-fg' : 'text-fg-2')}>
                      {words}
                    </small>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </Panel>
  );
}

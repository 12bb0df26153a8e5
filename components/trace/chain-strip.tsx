import { cx } from '@/components/ui/cx';
import { LINK_WORDS } from '@/lib/trace/link-words';
import type { TraceLink } from '@/lib/trace/trace';
import { LinkSign } from './link-state';

/** The chain at a glance: lit up to where it breaks. The list below says the same in words. */
export function ChainStrip({ links }: { links: readonly TraceLink[] }) {
  const broken = links.findIndex(({ state }) => state === 'bad');
  return (
    <ol aria-hidden="true" className="flex gap-y-2 max-desk:flex-wrap">
      {links.map(({ id, state }, at) => (
        <li key={id} className="flex min-w-16 flex-col items-center gap-1 text-11 desk:flex-1">
          <span className="flex w-full items-center">
            <Wire off={at === 0} lit={broken < 0 || at <= broken} />
            <LinkSign state={state} />
            <Wire off={at === links.length - 1} lit={broken < 0 || at < broken} />
          </span>
          <span className={cx('whitespace-nowrap', state === 'bad' ? 'font-semibold text-red-fg' : 'text-fg-2')}>
            {LINK_WORDS[id].short}
          </span>
        </li>
      ))}
    </ol>
  );
}

const Wire = ({ off, lit }: { off: boolean; lit: boolean }) => (
  <span
    className={cx(
      'h-0 flex-1 border-t-2',
      off ? 'border-transparent' : lit ? 'border-control' : 'border-line-strong border-dashed',
    )}
  />
);

import Link from 'next/link';
import { CopyLine } from '@/components/ui/copy-line';
import { LINK_WORDS, STATE_WORDS } from '@/lib/trace/link-words';
import type { TraceLink } from '@/lib/trace/trace';
import { LinkSign } from './link-state';

/** Link by link: what holds, what is known of it and where it stands, what to do. */
export function LinkList({ links }: { links: readonly TraceLink[] }) {
  return (
    <ol aria-label="Links of the chain">
      {links.map(({ id, state, evidence, line, fix }) => (
        <li
          key={id}
          data-link={id}
          data-state={state}
          className="flex gap-3 border-line border-b px-4 py-3 last:border-b-0"
        >
          <LinkSign state={state} />
          <div className="min-w-0 flex-1">
            <h3 className="font-semibold">
              {LINK_WORDS[id].title}
              <span className={state === 'bad' ? 'ml-2 font-medium text-red-fg' : 'ml-2 font-normal text-fg-3'}>
                {STATE_WORDS[state]}
              </span>
            </h3>
            <p className="max-w-[78ch] text-fg-2 wrap-anywhere">
              {evidence}{' '}
              {line !== null && (
                <Link href={`/source?line=${line}`} prefetch={false} className="link whitespace-nowrap">
                  Line {line}
                </Link>
              )}
            </p>
            {fix && (
              <p className="mt-0.5">
                {fix.href ? (
                  <Link href={fix.href} prefetch={false} className="link">
                    {fix.words}
                  </Link>
                ) : (
                  fix.words
                )}
              </p>
            )}
            {fix?.command && <CopyLine command={fix.command} className="mt-1.5" />}
          </div>
        </li>
      ))}
    </ol>
  );
}

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { PhraseText } from '@/components/describe/phrase-text';
import { StateMark } from '@/components/ui/state-mark';
import type { CommandUser } from '@/lib/forms/command-rows';

const MOST = 20;

/** The responses that use the command, each a link to its form. */
export function UsedBy({ users }: { users: readonly CommandUser[] }) {
  if (users.length === 0) return <p className="text-fg-2">No response uses it.</p>;
  return (
    <>
      <ul className="rounded-panel border border-line">
        {users.slice(0, MOST).map(({ key, sentence, off }) => (
          <li key={key} className="border-line border-t first:border-t-0">
            <Link
              href={`/responses/${key}`}
              className="flex items-center gap-2.5 px-3 py-2 text-fg no-underline hover:bg-surface-2"
            >
              <StateMark state={off ? 'disabled' : 'active'} />
              <span className="min-w-0 flex-1 wrap-anywhere">
                <PhraseText phrase={sentence} />
              </span>
              <ChevronRight className="icon-14 text-fg-3" />
            </Link>
          </li>
        ))}
      </ul>
      {users.length > MOST && <p className="text-12 text-fg-3">and {users.length - MOST} more</p>}
    </>
  );
}

import { History } from 'lucide-react';
import Link from 'next/link';
import { Avatar } from '@/components/shell/avatar';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { ApplyRecord, ApplyResult } from '@/lib/view/apply';

type Recent = ApplyRecord & { when: string };

const OUTCOMES: Record<ApplyResult, { words: string; tone: 'green' | 'amber' | 'red' | 'grey' } | null> = {
  running: null,
  saved: { words: 'Not restarted', tone: 'amber' },
  'not-written': { words: 'Not written', tone: 'grey' },
  failed: { words: 'Failed', tone: 'red' },
  reverted: { words: 'Reverted', tone: 'red' },
  'revert-failed': { words: 'Revert failed', tone: 'red' },
  superseded: { words: 'Overtaken', tone: 'amber' },
  interrupted: { words: 'Interrupted', tone: 'red' },
};

function titleOf({ kind, sentences }: Recent): string {
  if (kind === 'restart') return 'Restarted the manager';
  const [first, ...others] = sentences;
  if (!first) return 'Wrote the file';
  return others.length > 0 ? `${first.title}, and ${others.length} more` : first.title;
}

/** What Riposte did to this manager, newest first. */
export function RecentChanges({ applies }: { applies: Recent[] }) {
  const more = (
    <Link href="/history" className="text-blue-fg no-underline hover:underline">
      History
    </Link>
  );
  return (
    <Panel title="Recent changes" more={applies.length > 0 ? more : undefined}>
      {applies.length === 0 ? (
        <EmptyState compact icon={<History />} title="Nothing applied yet">
          Each apply is listed here with who, when and how it ended.
        </EmptyState>
      ) : (
        <ul className="pb-1.5">
          {applies.map((apply) => {
            const outcome = apply.outcome
              ? OUTCOMES[apply.outcome.result]
              : { words: 'Running', tone: 'amber' as const };
            return (
              <li key={apply.id}>
                <Link
                  href={`/apply/${apply.id}`}
                  className="flex items-center gap-2.5 px-4 py-1.5 text-fg no-underline hover:bg-surface-2"
                >
                  <Avatar name={apply.person} small />
                  <span className="min-w-0 flex-1">
                    <b className="block truncate leading-[18px] font-medium">{titleOf(apply)}</b>
                    <small className="block truncate text-12 text-fg-2">
                      {apply.when}
                      {apply.note && `. ${apply.note}`}
                    </small>
                  </span>
                  {outcome ? (
                    <Badge tone={outcome.tone}>{outcome.words}</Badge>
                  ) : (
                    <span className="text-12 text-fg-3">Apply {apply.id}</span>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

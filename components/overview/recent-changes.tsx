import { History } from 'lucide-react';
import Link from 'next/link';
import { revisionBadges } from '@/components/history/revision-words';
import { Avatar } from '@/components/shell/avatar';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { RevisionItem } from '@/lib/view/revision';

/** The latest versions of ossec.conf, whoever wrote them, newest first. */
export function RecentChanges({ items }: { items: RevisionItem[] }) {
  const more = (
    <Link href="/history" className="text-blue-fg no-underline hover:underline">
      History
    </Link>
  );
  return (
    <Panel title="Recent changes" more={items.length > 0 ? more : undefined}>
      {items.length === 0 ? (
        <EmptyState compact icon={<History />} title="No version of ossec.conf yet">
          Each version is listed here with who, when and how it fared.
        </EmptyState>
      ) : (
        <ul className="pb-1.5">
          {items.map((item) => (
            <li key={item.id}>
              <Link
                href={`/history?id=${item.id}`}
                className="flex items-center gap-2.5 px-4 py-1.5 text-fg no-underline hover:bg-surface-2"
              >
                <Avatar name={item.who} small />
                <span className="min-w-0 flex-1">
                  <b className="block truncate leading-[18px] font-medium">{item.title}</b>
                  <small className="block truncate text-12 text-fg-2">
                    {item.who}, {item.when}
                  </small>
                </span>
                {revisionBadges(item).map(({ words, tone }) => (
                  <Badge key={words} tone={tone}>
                    {words}
                  </Badge>
                ))}
                <span className="text-12 text-fg-3">
                  <span className="sr-only">Revision </span>
                  {item.id}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import Link from 'next/link';
import { Avatar } from '@/components/shell/avatar';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { type HistoryItem, historyTitle, outcomeBadge } from './history-words';

/** Every apply, newest first. */
export function HistoryList({ items, chosen }: { items: HistoryItem[]; chosen: number | null }) {
  return (
    <ol aria-label="Applies" className="flex flex-col gap-px">
      {items.map((item) => {
        const badge = outcomeBadge(item);
        const isChosen = item.id === chosen;
        return (
          <li key={item.id}>
            <Link
              href={`/history?id=${item.id}`}
              aria-current={isChosen ? 'true' : undefined}
              className={cx(
                'flex items-start gap-[11px] px-4 py-2.5 text-fg no-underline -outline-offset-2 desk:rounded-control desk:py-[9px] desk:pr-2.5 desk:pl-5',
                isChosen ? 'desk:bg-surface-3' : 'hover:bg-surface-2',
              )}
            >
              <span className="mt-px">
                <Avatar name={item.who} small />
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere">
                <b className={cx('block', isChosen ? 'font-medium desk:font-semibold' : 'font-medium')}>
                  {historyTitle(item)}
                </b>
                <small className="block text-12 text-fg-2">
                  {item.who}, {item.when}
                </small>
              </span>
              <span className="flex shrink-0 flex-col items-end gap-[3px]">
                <span className="text-12 text-fg-3">
                  <span className="sr-only">Apply </span>
                  {item.id}
                </span>
                {badge && <Badge tone={badge.tone}>{badge.words}</Badge>}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

'use client';

import { Terminal } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { useListKeys } from '@/components/response-list/use-list-keys';
import { Avatar } from '@/components/shell/avatar';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { RevisionItem } from '@/lib/view/revision';
import { isOutside, revisionBadges } from './revision-words';

type Props = {
  items: RevisionItem[];
  chosen: number | null;
  /** The address of a revision without its number: "/history?q=sshd&id=" */
  hrefStart: string;
};

/** Versions of the file, newest first. J and K move, Enter opens. */
export function RevisionList({ items, chosen, hrefStart }: Props) {
  const router = useRouter();
  const keys = useMemo(() => items.map(({ id }) => String(id)), [items]);
  const onKey = useCallback(
    (key: string, row: string) => {
      if (key !== 'Enter') return false;
      router.push(`${hrefStart}${row}`);
      return true;
    },
    [router, hrefStart],
  );
  const selected = useListKeys(keys, onKey);
  return (
    <ol aria-label="Revisions" data-keys="list" className="flex flex-col gap-px">
      {items.map((item) => (
        <li key={item.id} data-row={item.id}>
          <Row
            item={item}
            href={`${hrefStart}${item.id}`}
            isChosen={item.id === chosen}
            isSelected={String(item.id) === selected}
          />
        </li>
      ))}
    </ol>
  );
}

type RowProps = { item: RevisionItem; href: string; isChosen: boolean; isSelected: boolean };

function Row({ item, href, isChosen, isSelected }: RowProps) {
  return (
    <Link
      href={href}
      aria-current={isChosen ? 'true' : undefined}
      className={cx(
        'flex items-start gap-[11px] px-4 py-2.5 text-fg no-underline -outline-offset-2 desk:rounded-control desk:py-[9px] desk:pr-2.5 desk:pl-5',
        isChosen ? 'desk:bg-surface-3' : 'hover:bg-surface-2',
        isSelected && 'inset-ring inset-ring-control max-desk:bg-surface-2',
      )}
    >
      <span className="mt-px">{isOutside(item) ? <OutsideMark /> : <Avatar name={item.who} small />}</span>
      <span className="min-w-0 flex-1 wrap-anywhere">
        <b className={cx('block', isChosen ? 'font-medium desk:font-semibold' : 'font-medium')}>{item.title}</b>
        <small className="block text-12 text-fg-2">
          {item.who}, {item.when}
        </small>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-[3px]">
        <span className="text-12 text-fg-3">
          <span className="sr-only">Revision </span>
          {item.id}
        </span>
        {revisionBadges(item).map(({ words, tone }) => (
          <Badge key={words} tone={tone}>
            {words}
          </Badge>
        ))}
      </span>
    </Link>
  );
}

/** In place of initials: a name would be a guess. */
function OutsideMark() {
  return (
    <span
      aria-hidden="true"
      className="grid size-5 place-items-center rounded-full border border-line bg-surface-3 text-fg-2"
    >
      <Terminal className="icon-12" />
    </span>
  );
}

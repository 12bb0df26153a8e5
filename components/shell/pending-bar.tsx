import { FileDiff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChangeMark } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';

type Props = {
  added: number;
  changed: number;
  removed: number;
  /** "14:28" */
  savedAt?: string;
  /** The file changed on the manager after the draft was begun. */
  stale?: boolean;
  /** "Your draft starts from revision 40." Null when it starts from the file on disk. */
  restored?: string | null;
  /** A Discard button that asks first. */
  discard?: ReactNode;
  reviewHref?: string;
  label?: string;
};

/** On every page while there is a draft: what is in it, and the way on. */
export function PendingBar(props: Props) {
  const { added, changed, removed, savedAt, stale, restored, discard } = props;
  const { reviewHref = '/review', label = 'Pending changes' } = props;
  const total = added + changed + removed;
  if (total === 0 && !restored) return null;
  return (
    <aside
      aria-label={label}
      className="sticky bottom-0 z-15 flex min-h-15 shrink-0 items-center gap-4 border-violet-line border-t bg-violet-bg py-2.5 pr-3 pl-4 shadow-[0_-8px_24px_-12px_rgb(0_0_0/.18)] desk:static desk:min-h-14 desk:py-2 desk:pl-8 desk:shadow-none"
    >
      <p className="flex items-center gap-2.5 whitespace-nowrap font-strong">
        {stale ? <TriangleAlert className="text-amber-fg" /> : <FileDiff className="text-violet-fg" />}
        {total === 0 ? 'An older version' : total === 1 ? '1 change' : `${total} changes`} in your draft
      </p>
      <p className={cx('hidden min-w-0 items-center gap-3.5 text-fg-2', stale ? 'desk:flex' : 'mid:flex')}>
        {stale ? (
          <span>ossec.conf changed since you began. Compare before you apply.</span>
        ) : (
          <>
            <Count change="added" count={added} word="added" />
            <Count change="changed" count={changed} word="changed" />
            <Count change="removed" count={removed} word="deleted" />
            {restored && <span className="truncate">{restored} Pages show that version.</span>}
            <span className="truncate text-fg-3">Not on the manager yet.{savedAt && ` Saved ${savedAt}`}</span>
          </>
        )}
      </p>
      <div className="ml-auto flex items-center gap-2">
        {discard && <div className="hidden desk:block">{discard}</div>}
        <ButtonLink variant="draft" href={reviewHref}>
          {stale ? 'Compare and review' : 'Review changes'}
        </ButtonLink>
      </div>
    </aside>
  );
}

function Count({ change, count, word }: { change: 'added' | 'changed' | 'removed'; count: number; word: string }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-[5px] whitespace-nowrap">
      <ChangeMark change={change} />
      {count} {word}
    </span>
  );
}

import { cx } from '@/components/ui/cx';

/** How many lines were added or removed; nothing for none. */
export function DiffCount({
  count,
  sign,
  word,
  className,
}: {
  count: number;
  sign: string;
  word: string;
  className: string;
}) {
  if (count === 0) return null;
  return (
    <span className={cx('text-12', className)}>
      <span aria-hidden="true">
        {sign}
        {count}
      </span>
      <span className="sr-only">
        {count} {count === 1 ? 'line' : 'lines'} {word}
      </span>
    </span>
  );
}

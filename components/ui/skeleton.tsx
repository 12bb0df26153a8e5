import { cx } from './cx';

/** A bar in the shape of what will come. Give width and height as classes. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx('block h-2.5 animate-skeleton rounded-tag bg-surface-3', className)} />;
}

const widths = ['w-[42%]', 'w-[86%]', 'w-[70%]', 'w-[78%]', 'w-[34%]', 'w-[64%]', 'w-[52%]', 'w-[80%]'];

/** Up to eight lines of text to come, shown after 200 ms. Put `aria-busy` on the panel around it. */
export function SkeletonLines({ lines = 5, className }: { lines?: number; className?: string }) {
  return (
    <div className={cx('grid animate-late gap-3.5', className)}>
      <span className="sr-only">Loading</span>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}

import { Skeleton } from '@/components/ui/skeleton';

/** As tall as what comes: a line, a plot, the numbers. */
export function BacktestSkeleton() {
  return (
    <div className="grid gap-3" aria-busy="true">
      <span className="sr-only">Looking at past alerts</span>
      <Skeleton className="h-5! w-[64%]" />
      <Skeleton className="h-[148px]! w-full" />
      <Skeleton className="h-10! w-full" />
    </div>
  );
}

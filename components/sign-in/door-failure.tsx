import { CircleX } from 'lucide-react';

/** Why it did not work, read out when it appears. A countdown in it is read once. */
export function DoorFailure({ children }: { children: string | null }) {
  return (
    <p role="alert" aria-atomic="false" className="text-red-fg empty:hidden">
      {children && (
        <span className="flex items-start gap-1.5">
          <CircleX className="icon-14 mt-0.5" />
          <span>{children}</span>
        </span>
      )}
    </p>
  );
}

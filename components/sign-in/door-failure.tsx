import { CircleX } from 'lucide-react';

type Props = {
  children: string | null;
  /** What is read out instead of words that change each second. */
  said?: string | null;
};

/** Why it did not work, read out once when it appears. */
export function DoorFailure({ children, said }: Props) {
  return (
    <p role="alert" className="text-red-fg empty:hidden">
      {children && (
        <span className="flex items-start gap-1.5">
          <CircleX className="icon-14 mt-0.5" />
          <span aria-hidden={said ? true : undefined}>{children}</span>
          {said && <span className="sr-only">{said}</span>}
        </span>
      )}
    </p>
  );
}

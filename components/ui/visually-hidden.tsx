import type { ReactNode } from 'react';

/** For screen readers only. `live` says changes aloud when there is a pause. */
export function VisuallyHidden({ live, children }: { live?: boolean; children?: ReactNode }) {
  return (
    <span className="sr-only" role={live ? 'status' : undefined}>
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';

/** A control of a filter under its name. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className="flex min-w-0 flex-col gap-1 text-12 text-fg-2 desk:min-w-36">
      {label}
      <span className="text-13 text-fg">{children}</span>
    </label>
  );
}

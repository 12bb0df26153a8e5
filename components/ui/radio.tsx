import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type Props = Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode; hint?: ReactNode };

/** A native radio button with its words. Group them in a FieldGroup and give all one `name`. */
export function Radio({ children, hint, className, ...rest }: Props) {
  return (
    <label className={cx('inline-flex items-start gap-[9px] has-disabled:text-fg-3', className)}>
      <input
        {...rest}
        type="radio"
        className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-ink disabled:border-line disabled:bg-surface-2 forced-colors:appearance-auto"
      />
      <span>
        {children}
        {hint && <span className="block text-12 text-fg-2">{hint}</span>}
      </span>
    </label>
  );
}

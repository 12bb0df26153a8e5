import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type Props = Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode; hint?: ReactNode };

/** A native check box with its words. `className` goes to the label around both. */
export function Checkbox({ children, hint, className, ...rest }: Props) {
  return (
    <label className={cx('inline-flex items-start gap-[9px] has-disabled:text-fg-3', className)}>
      <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center">
        <input
          {...rest}
          type="checkbox"
          className="peer col-start-1 row-start-1 size-4 appearance-none rounded-tag border border-control bg-surface checked:border-ink checked:bg-ink disabled:border-line disabled:bg-surface-2 disabled:checked:bg-line-strong forced-colors:appearance-auto"
        />
        <Check className="icon-12 pointer-events-none col-start-1 row-start-1 text-on-ink opacity-0 peer-checked:opacity-100 forced-colors:hidden" />
      </span>
      <span>
        {children}
        {hint && <span className="block text-12 text-fg-2">{hint}</span>}
      </span>
    </label>
  );
}

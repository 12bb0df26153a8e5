import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type Props = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  children: ReactNode;
  hint?: ReactNode;
  /** The switch at the right edge, the words filling the row. */
  end?: boolean;
};

/** A native check box in the role of a switch: takes effect at once. */
export function Switch({ children, hint, end, className, ...rest }: Props) {
  return (
    <label className={cx('inline-flex items-start gap-2', end && 'w-full flex-row-reverse justify-between', className)}>
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native check box already says whether it is checked.
        role="switch"
        className={cx(
          'relative mt-px h-[18px] w-8 shrink-0 appearance-none rounded-full bg-control checked:bg-ink disabled:opacity-50 forced-colors:appearance-auto',
          'before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-white before:shadow-[0_1px_2px_rgb(0_0_0/.3)] before:transition-[left] before:duration-120',
          'checked:before:left-4 checked:before:bg-on-ink forced-colors:before:hidden',
        )}
      />
      <span>
        <span className={cx(end && 'font-strong')}>{children}</span>
        {hint && <span className="block text-12 text-fg-2">{hint}</span>}
      </span>
    </label>
  );
}

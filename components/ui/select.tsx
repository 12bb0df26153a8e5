import type { ComponentProps } from 'react';
import { controlFocus, controlFrame } from './control-style';
import { cx } from './cx';

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** The browser's own select. Give `options`, or `<option>` children. */
export function Select({
  options,
  className,
  children,
  ...rest
}: ComponentProps<'select'> & { options?: SelectOption[] }) {
  return (
    <select
      {...rest}
      className={cx(
        controlFrame,
        controlFocus,
        'select-arrow block h-ctl-input appearance-none pr-[30px] pl-2.5',
        className,
      )}
    >
      {options?.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
      {children}
    </select>
  );
}

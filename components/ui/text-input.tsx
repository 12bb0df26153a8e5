import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export type TextInputProps = Omit<ComponentProps<'input'>, 'size'> & {
  size?: 's' | 'm';
  mono?: boolean;
  /** An icon before the text. */
  icon?: ReactNode;
  /** Words or a key after the text: a unit, a count. */
  affix?: ReactNode;
};

/** One line of text. `className` goes to the frame, everything else to the input. */
export function TextInput({ size = 'm', mono, icon, affix, className, type = 'text', ...rest }: TextInputProps) {
  return (
    <span
      className={cx(
        'flex w-full items-center gap-2 rounded-control border border-control bg-surface px-2.5 in-[dialog]:bg-overlay',
        'has-[[aria-invalid=true]]:border-red-solid has-disabled:border-line has-disabled:bg-surface-2 has-disabled:text-fg-3',
        'has-focus-visible:border-focus has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-focus',
        '[&>.lucide]:text-fg-3',
        size === 's' ? 'min-h-ctl' : 'min-h-ctl-input',
        className,
      )}
    >
      {icon}
      <input
        {...rest}
        type={type}
        className={cx(
          'w-full min-w-0 bg-transparent outline-none focus-visible:outline-none',
          size === 's' ? 'h-[30px]' : 'h-8',
          mono && 'font-mono text-12',
        )}
      />
      {affix && <span className="whitespace-nowrap text-fg-3">{affix}</span>}
    </span>
  );
}

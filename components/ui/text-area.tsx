import type { ComponentProps } from 'react';
import { controlFocus, controlFrame } from './control-style';
import { cx } from './cx';

export function TextArea({ mono, className, ...rest }: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      {...rest}
      className={cx(controlFrame, controlFocus, 'min-h-16 resize-y px-2.5 py-2', mono && 'text-code', className)}
    />
  );
}

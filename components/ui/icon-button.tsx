import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';

type Look = { label: string; variant?: ButtonVariant; size?: ButtonSize; children: ReactNode };

/** A button with a picture only. The label is its name and its tooltip. */
export function IconButton(props: Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & Look) {
  const { label, variant = 'ghost', size, type = 'button', disabled, className, children, ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-label={label}
      title={label}
      className={buttonStyle({ variant, size, iconOnly: true, off: disabled, className })}
    >
      {children}
    </button>
  );
}

export function IconLink(
  props: Omit<ComponentProps<typeof Link>, 'children' | 'className'> & Look & { className?: string },
) {
  const { label, variant = 'ghost', size, className, children, ...rest } = props;
  return (
    <Link
      {...rest}
      aria-label={label}
      title={label}
      className={buttonStyle({ variant, size, iconOnly: true, className })}
    >
      {children}
    </Link>
  );
}

import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { Spinner } from './spinner';

type Look = { variant?: ButtonVariant; size?: ButtonSize; block?: boolean; icon?: ReactNode; iconEnd?: ReactNode };

export type ButtonProps = ComponentProps<'button'> & Look & { busy?: boolean };

/** While busy it keeps its look and its focus, and does nothing. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    block,
    icon,
    iconEnd,
    busy,
    disabled,
    type = 'button',
    onClick,
    className,
    children,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      disabled={disabled}
      onClick={busy ? undefined : onClick}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={buttonStyle({ variant, size, block, off: disabled, className })}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {iconEnd}
    </button>
  );
}

export type ButtonLinkProps = Omit<ComponentProps<typeof Link>, 'className'> &
  Look & { disabled?: boolean; className?: string };

/** A link that looks like a button. Disabled, it is plain text that says so. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, block, icon, iconEnd, disabled, className, children, ...rest } = props;
  const look = buttonStyle({ variant, size, block, off: disabled, className });
  if (disabled) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: an anchor without href is how HTML says "link, not now".
      <span role="link" aria-disabled="true" tabIndex={-1} className={look}>
        {icon}
        {children}
        {iconEnd}
      </span>
    );
  }
  return (
    <Link {...rest} className={look}>
      {icon}
      {children}
      {iconEnd}
    </Link>
  );
}

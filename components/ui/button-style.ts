import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'draft' | 'danger' | 'danger-outline';
export type ButtonSize = 's' | 'm' | 'l';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-ink text-on-ink hover:bg-ink-hover [&_kbd]:border-transparent [&_kbd]:bg-on-ink/16 [&_kbd]:text-inherit',
  secondary:
    'border-line-strong bg-surface text-fg shadow-1 hover:border-control hover:bg-surface-2 [&_kbd]:bg-surface-3',
  ghost:
    'text-fg-2 hover:bg-surface-3 hover:text-fg aria-expanded:bg-surface-3 aria-expanded:text-fg [&_kbd]:bg-surface-3',
  draft:
    'bg-violet-btn text-on-violet hover:bg-violet-btn-hover [&_kbd]:border-transparent [&_kbd]:bg-on-violet/16 [&_kbd]:text-inherit',
  danger:
    'bg-red-btn text-on-red hover:brightness-95 [&_kbd]:border-transparent [&_kbd]:bg-on-red/16 [&_kbd]:text-inherit',
  'danger-outline': 'border-red-line bg-surface text-red-fg hover:bg-red-bg',
};

const sizes: Record<ButtonSize, string> = {
  s: 'h-ctl-s gap-[5px] rounded-control text-12 font-strong',
  m: 'h-ctl gap-[7px] rounded-control text-13 font-strong',
  l: 'h-10 gap-2 rounded-panel text-14 font-semibold',
};
const padding: Record<ButtonSize, string> = { s: 'px-[9px]', m: 'px-3', l: 'px-[18px]' };
const square: Record<ButtonSize, string> = { s: 'w-ctl-s', m: 'w-ctl', l: 'w-10' };

/** One look for buttons, links that act as buttons, and icon buttons. */
export function buttonStyle(options: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  iconOnly?: boolean;
  block?: boolean;
  off?: boolean;
  className?: string;
}): string {
  const { variant = 'secondary', size = 'm', iconOnly, block, off, className } = options;
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border text-left no-underline transition-colors duration-120',
    sizes[size],
    iconOnly ? square[size] : variant === 'ghost' && size === 'm' ? 'px-2.5' : padding[size],
    block && 'w-full',
    off
      ? 'cursor-not-allowed border-transparent bg-surface-3 text-fg-3'
      : cx(!['secondary', 'danger-outline'].includes(variant) && 'border-transparent', variants[variant]),
    className,
  );
}

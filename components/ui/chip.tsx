import { X } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export type ChipLook = 'plain' | 'on' | 'draft' | 'dash';
type Look = { look?: ChipLook; icon?: ReactNode; count?: ReactNode };

const looks: Record<ChipLook, string> = {
  plain: 'border-line-strong bg-surface text-fg-2',
  dash: 'border-line-strong border-dashed bg-surface text-fg-2',
  on: 'border-blue-solid bg-blue-bg text-blue-fg',
  draft: 'border-violet-line bg-violet-bg text-violet-fg',
};
const hover = {
  plain: 'hover:border-control hover:text-fg',
  dash: 'hover:border-control hover:text-fg',
  on: '',
  draft: '',
};

function chipStyle(look: ChipLook, className?: string) {
  return cx(
    'inline-flex h-ctl-s items-center gap-1.5 whitespace-nowrap rounded-control border px-[9px] font-medium no-underline',
    looks[look],
    className,
  );
}
const Count = ({ children }: { children: ReactNode }) => <span className="text-12 font-normal">{children}</span>;

/** A filter or a choice. Pass `aria-pressed` when it toggles. */
export function Chip({
  look = 'plain',
  icon,
  count,
  type = 'button',
  className,
  children,
  ...rest
}: ComponentProps<'button'> & Look) {
  return (
    <button {...rest} type={type} className={cx(chipStyle(look, className), hover[look])}>
      {icon}
      {children}
      {count !== undefined && <Count>{count}</Count>}
    </button>
  );
}

export function ChipLink(props: Omit<ComponentProps<typeof Link>, 'className'> & Look & { className?: string }) {
  const { look = 'plain', icon, count, className, children, ...rest } = props;
  return (
    <Link {...rest} className={cx(chipStyle(look, className), hover[look])}>
      {icon}
      {children}
      {count !== undefined && <Count>{count}</Count>}
    </Link>
  );
}

/** Something chosen, with a button that takes it away again. */
export function RemovableChip(props: Look & { removeLabel: string; onRemove?: () => void; children: ReactNode }) {
  const { look = 'on', icon, count, removeLabel, onRemove, children } = props;
  return (
    <span className={chipStyle(look, 'pr-0')}>
      {icon}
      {children}
      {count !== undefined && <Count>{count}</Count>}
      <button
        type="button"
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
        className="-ml-1 grid h-full w-6 place-items-center rounded-control hover:text-fg pointer-coarse:w-8"
      >
        <X className="icon-12" />
      </button>
    </span>
  );
}

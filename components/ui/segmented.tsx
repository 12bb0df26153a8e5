import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';

const frame = 'inline-flex gap-0.5 rounded-control border border-line bg-surface-2 p-0.5';
const item =
  'flex h-[26px] items-center gap-1.5 whitespace-nowrap rounded-tag px-2.5 font-medium text-fg-2 no-underline';
const chosen = 'bg-surface text-fg shadow-[0_0_0_1px_var(--line),var(--shadow-low)]';

type Props = {
  /** The question, for screen readers. */
  label: string;
  name: string;
  options: { value: string; label: ReactNode }[];
  className?: string;
} & ({ value: string; onValueChange: (value: string) => void } | { defaultValue?: string });

/** A few choices side by side: native radio buttons. */
export function Segmented(props: Props) {
  const { label, name, options, className } = props;
  return (
    <fieldset className={cx(frame, className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            item,
            'relative cursor-pointer hover:text-fg forced-colors:has-checked:underline has-checked:bg-surface has-checked:text-fg has-checked:shadow-[0_0_0_1px_var(--line),var(--shadow-low)]',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            {...('value' in props
              ? { checked: props.value === option.value, onChange: () => props.onValueChange(option.value) }
              : { defaultChecked: 'defaultValue' in props && props.defaultValue === option.value })}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/** The same look for views that have an address of their own. */
export function SegmentedLinks(props: {
  label: string;
  links: { href: string; label: ReactNode; current?: boolean }[];
  className?: string;
}) {
  return (
    <nav aria-label={props.label} className={cx(frame, props.className)}>
      {props.links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          scroll={false}
          aria-current={link.current ? 'true' : undefined}
          className={cx(item, link.current ? chosen : 'hover:text-fg')}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

type Props = {
  name: string;
  value: string;
  checked: boolean;
  onChoose: () => void;
  icon: ReactNode;
  title: ReactNode;
  /** The word Wazuh has for it. */
  code?: string;
  badge?: ReactNode;
  hint: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** More questions, while it is chosen. */
  children?: ReactNode;
};

/** One of a few answers, as a card that opens when it is chosen: a native radio button. */
export function ChoiceCard(props: Props) {
  const { name, value, checked, onChoose, icon, title, code, badge, hint, danger, disabled, children } = props;
  return (
    <div
      className={cx(
        'min-w-0 rounded-panel border',
        checked
          ? danger
            ? 'border-red-solid shadow-[0_0_0_1px_var(--red-solid)]'
            : 'border-ink shadow-[0_0_0_1px_var(--ink)]'
          : 'border-line-strong not-has-disabled:hover:border-control',
      )}
    >
      <label className="flex items-center gap-3 px-4 py-3 has-disabled:cursor-not-allowed has-disabled:text-fg-3">
        <input
          type="radio"
          name={name}
          value={value}
          checked={checked}
          disabled={disabled}
          onChange={onChoose}
          className={cx(
            'size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-5 disabled:bg-surface-2 forced-colors:appearance-auto',
            danger ? 'checked:border-red-btn' : 'checked:border-ink',
          )}
        />
        <span
          aria-hidden="true"
          className={cx(
            'grid size-9 shrink-0 place-items-center rounded-panel',
            danger ? 'bg-red-bg text-red-fg' : 'bg-surface-3 text-fg-2',
          )}
        >
          {icon}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 font-semibold">
            {title}
            {code && <code className="font-normal text-fg-3">{code}</code>}
            {badge}
          </span>
          <span className="block text-fg-2">{hint}</span>
        </span>
      </label>
      {checked && children && <div className="px-4 pt-0.5 pb-3">{children}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { cx } from './cx';

export type Definition = { term: ReactNode; value: ReactNode };

/** Facts: term above value in a row that wraps (`row`), or term beside value (`lines`). */
export function DefinitionList(props: { items: Definition[]; layout?: 'row' | 'lines'; className?: string }) {
  const { items, layout = 'row', className } = props;
  const lines = layout === 'lines';
  return (
    <dl className={cx(lines ? 'grid gap-2' : 'flex flex-wrap gap-x-8 gap-y-3', className)}>
      {items.map(({ term, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their order.
        <div key={at} className={cx('min-w-0', lines && 'grid grid-cols-[minmax(96px,32%)_1fr] gap-3')}>
          <dt className={lines ? 'text-fg-3' : 'text-12 text-fg-3'}>{term}</dt>
          <dd className={cx('min-w-0 wrap-anywhere', !lines && 'font-medium')}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

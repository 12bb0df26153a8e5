import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type Align = 'left' | 'right' | 'center';
const aligns: Record<Align, string> = { left: 'text-left', right: 'text-right', center: 'text-center' };
const cell = 'border-line border-b px-3 align-middle first:pl-4 last:pr-4';

/** On a phone each row is a record: its cells below one another, the column heads for screen readers only. */
const asRecords =
  'max-desk:block max-desk:[&>tbody]:block max-desk:[&>thead]:sr-only max-desk:[&>tbody>tr]:block max-desk:[&>tbody>tr]:border-line max-desk:[&>tbody>tr]:border-b max-desk:[&>tbody>tr]:px-4 max-desk:[&>tbody>tr]:py-2.5 max-desk:[&>tbody>tr>*]:block max-desk:[&>tbody>tr>*]:border-b-0 max-desk:[&>tbody>tr>*]:bg-transparent max-desk:[&>tbody>tr>*]:p-0! max-desk:[&>tbody>tr>*]:text-left';

/** A table with its caption (hidden unless `showCaption`). Hairline rows; `tight` for one-line rows. */
export function Table(
  props: ComponentProps<'table'> & { caption: ReactNode; showCaption?: boolean; tight?: boolean; records?: boolean },
) {
  const { caption, showCaption, tight, records, className, children, ...rest } = props;
  return (
    <table
      {...rest}
      className={cx(
        'group/table w-full border-separate border-spacing-0 [&>tbody:last-child>tr:last-child>*]:border-b-0',
        tight ? '[&_tbody_:is(td,th)]:py-[7px]' : '[&_tbody_:is(td,th)]:py-2',
        records && asRecords,
        className,
      )}
    >
      <caption className={showCaption ? 'pb-2 text-left text-12 text-fg-3' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  );
}

/** A row of the body: the ground answers the pointer. */
export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={cx('hover:*:bg-surface-2', className)} />;
}

/** Head of a column. `hidden` keeps the words for screen readers only. */
export function Th(props: Omit<ComponentProps<'th'>, 'align' | 'hidden'> & { align?: Align; hidden?: boolean }) {
  const { align = 'left', hidden, scope = 'col', className, children, ...rest } = props;
  return (
    <th
      {...rest}
      scope={scope}
      className={cx(cell, aligns[align], 'h-[34px] whitespace-nowrap text-12 font-medium text-fg-3', className)}
    >
      {hidden ? <span className="sr-only">{children}</span> : children}
    </th>
  );
}

/** Head of a row: the thing the row is about. */
export function RowTh({ className, ...rest }: ComponentProps<'th'>) {
  return <th {...rest} scope="row" className={cx(cell, 'text-left font-normal text-fg', className)} />;
}

/** `num`: figures in columns, right-aligned. */
export function Td(props: Omit<ComponentProps<'td'>, 'align'> & { align?: Align; num?: boolean }) {
  const { align, num, className, ...rest } = props;
  return (
    <td {...rest} className={cx(cell, aligns[align ?? (num ? 'right' : 'left')], num && 'tabular-nums', className)} />
  );
}

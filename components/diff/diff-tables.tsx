import { memo, type ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { DiffCell, DiffPart, DiffRow } from '@/lib/diff/diff-lines';
import { CodeLine } from './code-line';
import { type Fold, type UnifiedRow, unifiedRows } from './diff-parts';

export type TableProps = {
  parts: readonly DiffPart[];
  caption: string;
  leftName: ReactNode;
  rightName: ReactNode;
  current: number | null;
  /** What a fold shows: its button, or that it is loading. */
  fold: (fold: Fold, isFirst: boolean) => ReactNode;
  className?: string;
};

const table = 'w-full table-fixed border-separate border-spacing-0 text-code';
const number = 'select-none pr-1.5 text-right align-top text-11 leading-5 text-fg-3 tabular-nums desk:pr-2.5';
const code = 'whitespace-pre-wrap wrap-anywhere pr-2 align-top [tab-size:4]';
const headCell =
  'border-line border-b bg-surface px-3 py-[7px] text-left font-sans text-12 font-medium desk:sticky desk:top-0 desk:z-1';

const grounds = {
  same: { ground: '', text: 'text-fg-3' },
  del: { ground: 'bg-red-bg', text: 'text-red-fg' },
  add: { ground: 'bg-green-bg', text: 'text-green-fg' },
};

function Sign({ kind }: { kind: 'same' | 'add' | 'del' }) {
  if (kind === 'same') return null;
  return (
    <>
      <span aria-hidden="true">{kind === 'add' ? '+' : '−'}</span>
      <span className="sr-only">{kind === 'add' ? 'added' : 'removed'}</span>
    </>
  );
}

const signCell = (kind: 'same' | 'add' | 'del') =>
  cx('select-none text-center align-top', grounds[kind].ground, grounds[kind].text);

function Code({ cell, kind }: { cell: DiffCell; kind: 'same' | 'add' | 'del' }) {
  return (
    <td className={cx(code, grounds[kind].ground)}>
      <CodeLine text={cell.text} comment={cell.comment} marks={cell.marks} tone={kind === 'del' ? 'del' : 'add'} />
      {cell.unended && kind !== 'same' && <span className="text-fg-3"> (no line break at the end)</span>}
    </td>
  );
}

/** A row that starts a change can be jumped to. */
const rowProps = (change: number | undefined, current: number | null) =>
  change === undefined
    ? {}
    : ({
        'data-change': change,
        tabIndex: -1,
        className: cx(
          '-outline-offset-2',
          change === current && '[&>td:first-child]:shadow-[inset_3px_0_0_var(--focus)]',
        ),
      } as const);

const SideRow = memo(function SideRow({ row, current }: { row: DiffRow; current: number | null }) {
  const isSame = row.kind === 'same';
  const left = row.left;
  const right = isSame ? left : row.right;
  const leftKind = isSame ? 'same' : 'del';
  const rightKind = isSame ? 'same' : 'add';
  return (
    <tr {...rowProps(row.change, current)}>
      {left ? (
        <>
          <td className={cx(number, grounds[leftKind].ground, grounds[leftKind].text)}>{left.line}</td>
          <td className={signCell(leftKind)}>
            <Sign kind={leftKind} />
          </td>
          <Code cell={left} kind={leftKind} />
        </>
      ) : (
        <td colSpan={3} className="hatch" />
      )}
      {right ? (
        <>
          <td className={cx(number, 'border-line border-l', grounds[rightKind].ground, grounds[rightKind].text)}>
            {row.rightLine}
          </td>
          <td className={signCell(rightKind)}>
            <Sign kind={rightKind} />
          </td>
          <Code cell={right} kind={rightKind} />
        </>
      ) : (
        <td colSpan={3} className="hatch border-line border-l" />
      )}
    </tr>
  );
});

const UnifiedLine = memo(function UnifiedLine({ row, current }: { row: UnifiedRow; current: number | null }) {
  const { ground, text } = grounds[row.kind];
  return (
    <tr {...rowProps(row.change, current)}>
      <td className={cx(number, ground, text)}>{row.leftLine}</td>
      <td className={cx(number, ground, text)}>{row.rightLine}</td>
      <td className={signCell(row.kind)}>
        <Sign kind={row.kind} />
      </td>
      <Code cell={row.cell} kind={row.kind} />
    </tr>
  );
});

function FoldRow({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tr className="[&:first-child>td]:border-t-0 [&:last-child>td]:border-b-0">
      <td colSpan={span} className="h-7 border-line border-y bg-surface-2 px-1 font-sans text-12 text-fg-3">
        {children}
      </td>
    </tr>
  );
}

/** What row a table gets a key from: its place in the file. */
const keyOf = ({ left, rightLine }: { left: { line: number } | null; rightLine: number | null }) =>
  `${left?.line ?? ''} ${rightLine ?? ''}`;

/** Old file at the left, new one at the right. */
export function SideBySide({ parts, caption, leftName, rightName, current, fold, className }: TableProps) {
  return (
    <table className={cx(table, className)}>
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-12" />
        <col className="w-[18px]" />
        <col />
        <col className="w-12" />
        <col className="w-[18px]" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={3} className={cx(headCell, 'text-fg-2')}>
            {leftName}
          </th>
          <th scope="col" colSpan={3} className={cx(headCell, 'border-l')}>
            {rightName}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) =>
          part.kind === 'fold' ? (
            <FoldRow key={`fold ${part.left}`} span={6}>
              {fold(part, index === 0)}
            </FoldRow>
          ) : (
            part.rows.map((row) => <SideRow key={keyOf(row)} row={row} current={current} />)
          ),
        )}
      </tbody>
    </table>
  );
}

/** One column: what went above what came. */
export function Unified({ parts, caption, leftName, rightName, current, fold, className }: TableProps) {
  return (
    <table className={cx(table, className)}>
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-9 desk:w-12" />
        <col className="w-9 desk:w-12" />
        <col className="w-[18px]" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{leftName}</th>
          <th scope="col">{rightName}</th>
          <th scope="col">Change</th>
          <th scope="col">Line</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) =>
          part.kind === 'fold' ? (
            <FoldRow key={`fold ${part.left}`} span={4}>
              {fold(part, index === 0)}
            </FoldRow>
          ) : (
            unifiedRows(part.rows).map((row) => (
              <UnifiedLine key={`${row.leftLine ?? ''} ${row.rightLine ?? ''}`} row={row} current={current} />
            ))
          ),
        )}
      </tbody>
    </table>
  );
}

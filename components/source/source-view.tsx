'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { CodeLine } from '@/components/diff/code-line';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import type { ShownLine } from '@/lib/diff/shown-lines';

type Props = {
  lines: ShownLine[];
  /** Number of the first of `lines`. */
  first: number;
  /** Lines to point at, both included; null for none. */
  block: { from: number; to: number } | null;
  /** Links to the parts of a long file. */
  pager?: ReactNode;
};

const GROUP = 100;

/** Lines of the file, to look at: numbers, colours, one block pointed at, any lines to copy. */
export function SourceView({ lines, first, block, pager }: Props) {
  const last = first + lines.length - 1;
  const target = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (block) target.current?.scrollIntoView({ block: 'center' });
  }, [block]);
  const groups = useMemo(() => {
    const starts = Array.from({ length: Math.ceil(lines.length / GROUP) }, (_, n) => n * GROUP);
    return starts.map((start) => ({ start: first + start, lines: lines.slice(start, start + GROUP) }));
  }, [lines, first]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-line border-b bg-surface px-4 py-2 desk:sticky desk:top-0 desk:z-10 desk:px-8">
        <CopyRange key={`${block?.from} ${first}`} lines={lines} first={first} last={last} block={block} />
        {pager && <span className="ml-auto flex items-center gap-2">{pager}</span>}
      </div>
      <div className="py-2 text-code [tab-size:4]">
        {groups.map((group) => (
          <ol
            key={group.start}
            start={group.start}
            className="[contain-intrinsic-size:auto_2000px] [content-visibility:auto]"
          >
            {group.lines.map((line, n) => {
              const number = group.start + n;
              const isIn = block !== null && number >= block.from && number <= block.to;
              return (
                <li
                  key={number}
                  ref={block && Math.max(block.from, first) === number ? target : undefined}
                  id={`L${number}`}
                  aria-current={isIn ? 'true' : undefined}
                  className={cx('flex min-h-5', isIn && 'bg-blue-bg shadow-[inset_3px_0_0_var(--blue-solid)]')}
                >
                  <span className="w-12 shrink-0 select-none pr-3 text-right text-11 leading-5 text-fg-3 tabular-nums desk:w-18 desk:pr-4">
                    {number}
                  </span>
                  <span className="min-w-0 flex-1 pr-4 whitespace-pre-wrap wrap-anywhere">
                    <CodeLine {...line} />
                  </span>
                </li>
              );
            })}
          </ol>
        ))}
      </div>
    </>
  );
}

const box =
  'h-ctl-s w-18 rounded-control border border-control bg-surface px-2 text-12 tabular-nums focus-visible:outline-2 focus-visible:outline-focus';

function CopyRange({
  lines,
  first,
  last,
  block,
}: {
  lines: ShownLine[];
  first: number;
  last: number;
  block: Props['block'];
}) {
  const [from, setFrom] = useState(String(block?.from ?? first));
  const [to, setTo] = useState(String(block?.to ?? last));
  const start = Math.max(first, Number(from) || first);
  const end = Math.min(last, Number(to) || last);
  const text = lines
    .slice(start - first, end - first + 1)
    .map((line) => `${line.text}\n`)
    .join('');
  return (
    <div className="flex flex-wrap items-center gap-2 text-12 text-fg-2">
      <label className="flex items-center gap-2">
        Lines
        <input
          className={box}
          type="number"
          min={first}
          max={last}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="flex items-center gap-2">
        to
        <input
          className={box}
          type="number"
          min={first}
          max={last}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <CopyButton text={text} label={text === '' ? 'No such lines' : 'Copy lines'} words />
    </div>
  );
}

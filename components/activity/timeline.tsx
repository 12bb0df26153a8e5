'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Switch } from '@/components/ui/switch';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import { type ExecutionOutcome, OUTCOMES } from '@/lib/activity/execution';
import { OUTCOME_WORDS } from '@/lib/activity/outcome-words';
import type { TimelineLane, TimelineMark, Timeline as TimelineView } from '@/lib/view/activity';

const ROW = 12;
const PAD = 5;
const heightOf = ({ rows }: TimelineLane) => rows * ROW + 2 * PAD;

const BARS: Partial<Record<ExecutionOutcome, string>> = {
  // What is over recedes, in both themes: what is in force is looked for.
  undone: 'fill-plot-4',
  running: 'fill-plot-1',
  permanent: 'fill-amber-solid',
  overdue: 'fill-plot-3 stroke-plot-1 [stroke-dasharray:2_2]',
};

/** Bar from add to delete, open to the right while it is in force; a point for what failed, was not seen, or only ran. */
export function Timeline({ timeline, by }: { timeline: TimelineView; by: 'agent' | 'response' }) {
  const [asTable, setAsTable] = useState(false);
  const { label, lanes, counts, hidden } = timeline;
  return (
    <figure className="m-0 min-w-0" aria-label={label}>
      <figcaption className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-1.5">
        <ul className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-1 text-12 text-fg-2">
          {counts
            .filter(({ count }) => count > 0)
            .map(({ outcome, count }) => (
              <li key={outcome} className="inline-flex items-center gap-1.5">
                <Sample outcome={outcome} />
                {OUTCOME_WORDS[outcome].one}
                <b className="font-semibold text-fg">{count.toLocaleString('en-US')}</b>
              </li>
            ))}
        </ul>
        <Switch checked={asTable} onChange={(event) => setAsTable(event.target.checked)} className="text-12 text-fg-2">
          Show as table
        </Switch>
      </figcaption>
      {asTable ? <LaneTable {...{ label, lanes, by }} /> : <Lanes {...timeline} />}
      {hidden > 0 && (
        <p className="mt-1.5 text-11 text-fg-3">
          {hidden} more {by === 'agent' ? 'agents' : 'responses'} ran less. Filter to see them.
        </p>
      )}
    </figure>
  );
}

function Sample({ outcome }: { outcome: ExecutionOutcome }) {
  const mark = { key: outcome, outcome, x: 0, width: 0, row: 0, openEnd: false, words: '', href: null };
  return (
    <svg width="14" height="10" aria-hidden="true" className="shrink-0 overflow-visible forced-color-adjust-none">
      {BARS[outcome] ? (
        <rect x="0" y="2" width="14" height="7" rx="2" className={BARS[outcome]} />
      ) : (
        <svg aria-hidden="true" x="7" y="-4" className="overflow-visible">
          <Mark mark={mark} />
        </svg>
      )}
    </svg>
  );
}

function Lanes({ lanes, ticks }: TimelineView) {
  return (
    <div aria-hidden="true" className="grid grid-cols-[minmax(72px,120px)_minmax(0,1fr)]">
      {lanes.map((lane) => (
        <div key={lane.key} className="contents">
          <span className="flex items-center truncate border-line border-t pr-3 text-12 text-fg-2">
            <span className="truncate">{lane.label}</span>
          </span>
          <svg
            aria-hidden="true"
            width="100%"
            height={heightOf(lane)}
            className="block overflow-hidden border-line border-t"
          >
            {ticks.map(({ x }) => (
              <line key={x} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" className="stroke-line" />
            ))}
            {lane.marks.map((mark) => (
              <a key={mark.key} href={mark.href ?? undefined} tabIndex={-1}>
                <title>{mark.words}</title>
                <Mark mark={mark} />
              </a>
            ))}
          </svg>
        </div>
      ))}
      <span className="border-line border-t" />
      <svg aria-hidden="true" width="100%" height="22" className="block overflow-visible border-line border-t">
        {ticks.map(({ x, label }, at) => (
          <text
            key={x}
            x={`${x}%`}
            y="15"
            textAnchor={x > 92 ? 'end' : 'start'}
            className={cx('fill-fg-3 text-11', at % 2 === 1 && 'max-desk:hidden')}
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Mark({ mark: { outcome, x, width, row, openEnd } }: { mark: TimelineMark }) {
  const y = PAD + row * ROW + 2;
  const middle = y + 4;
  const at = `${Math.min(99.4, Math.max(0.6, x))}%`;
  switch (outcome) {
    case 'unseen':
      return (
        <circle
          cx={at}
          cy={middle}
          r="4"
          className="fill-surface stroke-amber-fg stroke-[1.5] [stroke-dasharray:2_1.5]"
        />
      );
    case 'failed':
      return (
        <svg aria-hidden="true" x={at} y={middle} className="overflow-visible">
          <path d="M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5" className="fill-none stroke-red-solid stroke-2" />
        </svg>
      );
    case 'done':
      return <circle cx={at} cy={middle} r="2.5" className="fill-plot-4" />;
    default:
      return (
        <>
          <rect x={`${x}%`} y={y} width={`${width}%`} height="8" rx="2" className={BARS[outcome]} />
          {openEnd && (
            <svg aria-hidden="true" x={`${x + width}%`} y={y} className="overflow-visible">
              <path d="M-7 -1 L0 4 L-7 9 Z" className={outcome === 'permanent' ? 'fill-amber-fg' : 'fill-fg'} />
            </svg>
          )}
        </>
      );
  }
}

function LaneTable({ label, lanes, by }: { label: string; lanes: TimelineLane[]; by: 'agent' | 'response' }) {
  const shown = OUTCOMES.filter((outcome) => lanes.some(({ counts }) => counts[outcome]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to be able to scroll it.
    <section aria-label={label} tabIndex={0} className="scroll-thin max-h-80 overflow-auto">
      <Table caption={label} tight>
        <thead>
          <tr>
            <Th>{by === 'agent' ? 'Agent' : 'Response'}</Th>
            {shown.map((outcome) => (
              <Th key={outcome} align="right">
                {OUTCOME_WORDS[outcome].one}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ key, label: name, counts }) => (
            <Tr key={key}>
              <RowTh>{name}</RowTh>
              {shown.map((outcome) => (
                <Td key={outcome} num>
                  {counts[outcome] ?? 0}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

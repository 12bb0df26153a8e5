import type { ReactNode } from 'react';
import { cx } from './cx';

export type MarkedState = 'active' | 'disabled' | 'never' | 'broken' | 'new';

const states: Record<MarkedState, { word: string; text: string; shape: string }> = {
  active: { word: 'Active', text: 'text-fg', shape: 'rounded-full bg-green-solid' },
  disabled: { word: 'Disabled', text: 'text-fg-3', shape: 'rounded-full border-2' },
  never: { word: 'Never fires', text: 'text-amber-fg', shape: 'rounded-full border-2 border-dotted' },
  broken: { word: 'Broken', text: 'text-red-fg', shape: 'cross-shape bg-current' },
  new: { word: 'Not applied yet', text: 'text-violet-fg', shape: 'rounded-full border-2 border-dashed' },
};

/** Shape and word, never colour alone. `children` replaces the word, `detail` is the reason below it. */
export function StateMark(props: { state: MarkedState; detail?: ReactNode; children?: ReactNode }) {
  const { word, text, shape } = states[props.state];
  return (
    <>
      <span className={cx('inline-flex items-center gap-[7px] whitespace-nowrap font-medium', text)}>
        <span aria-hidden="true" className={cx('size-[9px] shrink-0 border-current', shape)} />
        {props.children ?? word}
      </span>
      {props.detail && <small className="block truncate pl-4 text-12 text-fg-3">{props.detail}</small>}
    </>
  );
}

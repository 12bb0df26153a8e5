'use client';

import { useId } from 'react';
import { NumberTag } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { FormRules } from '@/lib/forms/response-form-data';
import { levelMeaning } from './level-meanings';
import { alertsWord, daysWord, rulesWord } from './rules-word';
import type { PastAlerts } from './use-rules';

const HIGHEST = 15;
const BAR_HEIGHT = 46;

type Props = {
  value: number | null;
  /** A group is given, too: then any level will do. */
  hasGroup: boolean;
  onChange: (level: number | null) => void;
  rules: FormRules | null;
  /** Alerts by level; null while there is no history: then the bars are rules. */
  past: PastAlerts | null;
  invalid?: boolean;
};

/** Off, or the lowest level that sets it off: a native slider under a small histogram of alerts, or of rules. */
export function LevelSlider({ value, hasGroup, onChange, rules, past, invalid }: Props) {
  const id = useId();
  const highest = value !== null && value > HIGHEST ? value : HIGHEST;
  const level = value ?? 0;
  const columns = Array.from({ length: highest + 1 }, (_, at) => at);
  const counts = past?.levels ?? rules?.levels ?? null;
  const tops = counts ? Math.log1p(Math.max(1, ...counts.slice(1))) : 1;
  const { title, example } = level > 0 ? levelMeaning(level) : noLevel(hasGroup);
  const width = columns.length;
  return (
    <div>
      <div className="max-w-[640px]">
        {counts && (
          // Drawn in a box of one unit a column, stretched to the width: no style attribute is needed.
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${width} ${BAR_HEIGHT}`}
            preserveAspectRatio="none"
            className="block h-[46px] w-full"
          >
            {columns.slice(1).map((at) => {
              const height = (Math.log1p(counts[at] ?? 0) / tops) * BAR_HEIGHT;
              return (
                <rect
                  key={at}
                  x={at + 0.18}
                  y={BAR_HEIGHT - height}
                  width={0.64}
                  height={height}
                  className={level > 0 && at >= level ? 'fill-violet-solid' : 'fill-was'}
                />
              );
            })}
          </svg>
        )}
        <div className="relative h-[18px]">
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${width} 1`}
            preserveAspectRatio="none"
            className="absolute top-[7px] h-1 w-full"
          >
            <rect x={0.25} width={width - 0.5} height={1} rx={0.02} className="fill-line-strong" />
            {level > 0 && <rect x={level + 0.5} width={width - level - 0.75} height={1} className="fill-violet-btn" />}
          </svg>
          <input
            type="range"
            aria-label="Level at least"
            aria-valuetext={level === 0 ? 'Off' : `${level}. ${title}`}
            aria-describedby={`${id}-meaning`}
            aria-invalid={invalid || undefined}
            data-field="level"
            min={0}
            max={highest}
            step={1}
            value={level}
            onChange={(event) => onChange(Number(event.target.value) || null)}
            className={cx(
              'absolute inset-y-0 m-0 h-[18px] cursor-grab appearance-none bg-transparent',
              highest === HIGHEST
                ? 'left-[calc(50%/16-9px)] w-[calc(100%-100%/16+18px)]'
                : 'left-[calc(50%/17-9px)] w-[calc(100%-100%/17+18px)]',
              '[&::-webkit-slider-runnable-track]:h-[18px] [&::-webkit-slider-thumb]:size-[18px] [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-5 [&::-webkit-slider-thumb]:border-solid [&::-webkit-slider-thumb]:bg-overlay',
              '[&::-moz-range-thumb]:size-2 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-5 [&::-moz-range-thumb]:border-solid [&::-moz-range-thumb]:bg-overlay',
              level > 0
                ? '[&::-moz-range-thumb]:border-violet-btn [&::-webkit-slider-thumb]:border-violet-btn'
                : '[&::-moz-range-thumb]:border-control [&::-webkit-slider-thumb]:border-control',
            )}
          />
        </div>
        <div
          aria-hidden="true"
          className={cx('grid text-center text-11 tabular-nums', highest === HIGHEST ? 'grid-cols-16' : 'grid-cols-17')}
        >
          {columns.map((at) => (
            <span
              key={at}
              className={cx(
                at === level ? 'font-semibold text-fg' : level > 0 && at > level ? 'text-fg-2' : 'text-fg-3',
              )}
            >
              {at === 0 ? 'Off' : at}
            </span>
          ))}
        </div>
      </div>
      <p id={`${id}-meaning`} className="mt-2 flex gap-[9px] text-fg-2">
        {level > 0 && <NumberTag className="bg-violet-bg-2! text-violet-fg!">{level}</NumberTag>}
        <span>
          <span className="font-medium text-fg">{title}</span> {example}
          {level > 0 && rules && <LevelCounts {...{ level, rules, past }} />}
          {counts && (
            <span className="text-fg-3">
              {' '}
              Bars: {past ? `alerts per level in ${daysWord(past.days)}` : 'rules per level'}, log scale.
            </span>
          )}
        </span>
      </p>
    </div>
  );
}

const noLevel = (hasGroup: boolean) => ({
  title: 'No level.',
  example: hasGroup ? 'Rules of any level match.' : 'With neither a level nor a group, nothing matches here.',
});

/** "52 rules and 173 alerts have level 10; 1,024 and 302 have that or a higher one." */
function LevelCounts({ level, rules, past }: { level: number; rules: FormRules; past: PastAlerts | null }) {
  const from = (counts: readonly number[]) => counts.slice(level).reduce((sum, count) => sum + count, 0);
  const at = [rulesWord(rules.levels[level] ?? 0), ...(past ? [alertsWord(past.levels[level] ?? 0)] : [])];
  const above = [rulesWord(from(rules.levels)), ...(past ? [alertsWord(from(past.levels))] : [])];
  return (
    <span className="block">
      {at.join(' and ')} at level {level}, {above.join(' and ')} from there up.
    </span>
  );
}

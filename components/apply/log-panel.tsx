'use client';

import { TriangleAlert } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import type { LogLine } from '@/lib/view/apply';
import { isProblem, readLogLine } from './read-log-line';

type Props = {
  lines: readonly LogLine[];
  path: string;
  live: boolean;
  /** The server's: the manager's own lines are in it. */
  timeZone: string;
  onlyProblems: boolean;
  onOnlyProblems: (only: boolean) => void;
  className?: string;
};

export const clockIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone });
/** Nearer to the end than this counts as at the end. */
const NEAR_END = 24;

/** The manager's log since the apply began. Follows its end until the reader scrolls up. */
export function LogPanel({ lines, path, live, timeZone, onlyProblems, onOnlyProblems, className }: Props) {
  const box = useRef<HTMLElement>(null);
  const follows = useRef(true);
  const shown = useMemo(
    () =>
      onlyProblems ? lines.filter(({ source, text }) => source === 'manager' && isProblem(readLogLine(text))) : lines,
    [lines, onlyProblems],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what moves the end.
  useEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [shown.length]);
  const text = useMemo(
    () => lines.map((line) => (line.source === 'riposte' ? `Riposte: ${line.text}` : line.text)).join('\n'),
    [lines],
  );
  const clock = useMemo(() => clockIn(timeZone), [timeZone]);
  return (
    <section
      aria-labelledby="manager-log"
      className={cx('flex min-h-0 min-w-0 flex-col border-line bg-surface-2', className)}
    >
      <header className="flex min-h-12 shrink-0 items-center gap-2.5 border-line border-b pr-3 pl-4 desk:pl-5">
        <h2 id="manager-log" className="shrink-0 text-14 font-semibold tracking-h3">
          Manager log
        </h2>
        <span className="truncate text-12 text-fg-3 max-desk:hidden">{path}</span>
        {live && (
          <span className="inline-flex items-center gap-1.5 text-12 font-strong text-green-fg">
            <span aria-hidden="true" className="size-[7px] rounded-full bg-green-solid" />
            Live
          </span>
        )}
        <span className="ml-auto flex items-center gap-2">
          <Chip
            look={onlyProblems ? 'on' : 'plain'}
            icon={<TriangleAlert className="icon-14" />}
            aria-pressed={onlyProblems}
            onClick={() => onOnlyProblems(!onlyProblems)}
            className="text-12"
          >
            Problems only
          </Chip>
          <CopyButton text={text} label="Copy the log" />
        </span>
      </header>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
        tabIndex={0}
        aria-label="Lines of the log"
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
        }}
        className="scroll-thin relative min-h-0 flex-1 overflow-auto py-3 text-code text-fg-2 -outline-offset-2 max-desk:max-h-[60dvh]"
      >
        {shown.length === 0 ? (
          <p className="px-4 font-sans text-13 text-fg-3 desk:px-5">
            {onlyProblems ? 'No errors so far.' : live ? 'Nothing yet.' : 'The manager wrote nothing.'}
          </p>
        ) : (
          <ol>
            {shown.map((line) => (
              <Line key={line.seq} line={line} clock={clock} />
            ))}
          </ol>
        )}
      </section>
    </section>
  );
}

const row = 'px-4 whitespace-pre-wrap wrap-anywhere desk:px-5';

const Line = memo(function Line({ line, clock }: { line: LogLine; clock: Intl.DateTimeFormat }) {
  if (line.source === 'riposte') {
    return (
      <li className={cx(row, 'text-fg')}>
        <time className="text-fg-3">{clock.format(line.at)}</time>{' '}
        <span className="mr-1 inline-block rounded-tag bg-surface-3 px-1.5 font-sans text-11 leading-4 font-strong text-fg-2">
          Riposte
        </span>{' '}
        {line.text}
      </li>
    );
  }
  const parts = readLogLine(line.text);
  const bad = isProblem(parts);
  if (parts.time === null) return <li className={row}>{line.text}</li>;
  return (
    <li className={cx(row, 'desk:pl-[183px] desk:-indent-[163px]', bad && 'bg-red-bg text-red-fg')}>
      <time className={bad ? undefined : 'text-fg-3'}>{parts.time}</time>{' '}
      <span className={cx('desk:inline-block desk:min-w-[90px] desk:indent-0', !bad && 'text-code-tag')}>
        {parts.daemon}
      </span>{' '}
      {parts.level && parts.level !== 'INFO' && <b className="font-semibold">{parts.level} </b>}
      {parts.text}
    </li>
  );
});

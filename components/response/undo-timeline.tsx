import { describeSeconds } from '@/lib/ossec/describe/describe-duration';

const Point = ({ end }: { end?: boolean }) => (
  <span
    aria-hidden="true"
    className={`absolute -top-[19px] -left-1.5 size-3 rounded-full border-3 bg-surface ${end ? 'border-fg-3' : 'border-violet-btn'}`}
  />
);

/** An alert, the same again halfway through, and the undo: the time starts anew. */
export function UndoTimeline({ seconds }: { seconds: number }) {
  const half = Math.max(1, Math.round(seconds / 2));
  const again = describeSeconds(half);
  const end = describeSeconds(half + seconds);
  return (
    <div
      role="img"
      aria-label={`An alert runs it. The same again after ${again} starts the time anew. Undone after ${end}.`}
      className="relative mt-4 mb-0.5 h-[74px] border-line-strong border-t-2"
    >
      <div className="absolute -top-1 left-[4%] h-1.5 w-[66%] rounded-full bg-violet-solid" />
      <div aria-hidden="true" className="text-12 text-fg-2">
        <span className="absolute top-3 left-[4%] max-w-[20%]">
          <Point />
          <b className="block font-semibold text-fg">Alert</b>It runs
        </span>
        <span className="absolute top-3 left-[26%] max-w-[132px]">
          <Point />
          <b className="block font-semibold text-fg">After {again}</b>Same address, time starts again
        </span>
        <span className="absolute top-3 left-[70%] max-w-[28%]">
          <Point end />
          <b className="block font-semibold text-fg">After {end}</b>Undo
        </span>
      </div>
    </div>
  );
}

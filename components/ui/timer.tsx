'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { cx } from './cx';

const speakAt = [60, 30, 10];
const radius = 63;
const round = 2 * Math.PI * radius;

/** 102 → "1:42" */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

type Props = {
  /** Seconds left when the server told it. */
  secondsLeft: number;
  /** Seconds the whole countdown has: what the full ring stands for. */
  secondsTotal: number;
  label: string;
  onEnd?: () => void;
  className?: string;
};

/** Ring and figures. Speaks at 60, 30 and 10 seconds only. */
export function Timer({ secondsLeft, secondsTotal, label, onEnd, className }: Props) {
  const [left, setLeft] = useState(Math.ceil(secondsLeft));
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    const endsAt = performance.now() + secondsLeft * 1000;
    const tick = () => {
      const now = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      end();
    };
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [secondsLeft]);

  const part = secondsTotal > 0 ? Math.min(1, left / secondsTotal) : 0;
  return (
    <div className={cx('relative size-[132px] shrink-0', className)}>
      <svg viewBox="0 0 132 132" className="size-full -rotate-90" fill="none" strokeWidth="6" aria-hidden="true">
        <circle cx="66" cy="66" r={radius} className="stroke-surface-3" />
        {part > 0 && (
          <circle
            cx="66"
            cy="66"
            r={radius}
            strokeLinecap="round"
            strokeDasharray={round}
            strokeDashoffset={round * (1 - part)}
            className="stroke-violet-solid"
          />
        )}
      </svg>
      <p
        role="timer"
        aria-label={label}
        className="absolute inset-0 grid place-items-center text-36 font-semibold tracking-h1 tabular-nums"
      >
        {clockText(left)}
      </p>
      <span role="status" className="sr-only">
        {speakAt.includes(left) ? `${label}: ${left} seconds left` : ''}
      </span>
    </div>
  );
}

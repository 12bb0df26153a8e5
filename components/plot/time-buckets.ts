/** One bar's time. Labels are in UTC: so are the buckets, and server and browser say the same. */
export type TimeBucket = {
  at: number;
  /** For the axis: "12 Nov", "14:00". */
  label: string;
  /** For the table and the tooltip: "Thu 12 Nov", "Thu 12 Nov, 14:00 to 15:00 UTC". */
  long: string;
  /** It is not over yet. */
  isNow: boolean;
};

export type BucketStep = 'hour' | 'day';

export const STEP_MS: Record<BucketStep, number> = { hour: 3_600_000, day: 86_400_000 };

const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const shortDay = utc({ day: 'numeric', month: 'short' });
const longDay = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const clock = utc({ hour: '2-digit', minute: '2-digit' });

/** All buckets that the period touches, those without anything too. `now` tells which one is not over. */
export function timeBuckets(period: { from: number; to: number }, step: BucketStep, now: number): TimeBucket[] {
  const length = STEP_MS[step];
  const first = Math.floor(period.from / length) * length;
  const count = Math.max(0, Math.ceil((period.to - first) / length));
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * length;
    return { at, ...(step === 'day' ? dayWords(at) : hourWords(at)), isNow: now >= at && now < at + length };
  });
}

const dayWords = (at: number) => ({ label: shortDay.format(at), long: longDay.format(at) });

const hourWords = (at: number) => ({
  label: clock.format(at) === '00:00' ? shortDay.format(at) : clock.format(at),
  long: `${longDay.format(at)}, ${clock.format(at)} to ${clock.format(at + STEP_MS.hour)} UTC`,
});

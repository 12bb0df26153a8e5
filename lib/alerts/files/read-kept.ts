/*
 * Owns the settings that bound the alert history: RIPOSTE_ALERT_DAYS and RIPOSTE_ALERT_INDEX_MB. Pure.
 */

export type Kept = {
  /** Older days are dropped. */
  days: number;
  /** The oldest days are dropped when the index takes more. */
  bytes: number;
};

const DAYS = 90;
const MEGABYTES = 2000;

/** What is no number, or out of reason, counts as not set. */
export function readKept(env: Readonly<Record<string, string | undefined>>): Kept {
  return {
    days: between(env.RIPOSTE_ALERT_DAYS, { least: 1, most: 3650 }) ?? DAYS,
    bytes: (between(env.RIPOSTE_ALERT_INDEX_MB, { least: 10, most: 1_000_000 }) ?? MEGABYTES) * 1e6,
  };
}

function between(text: string | undefined, { least, most }: { least: number; most: number }): number | null {
  const number = Number(text ?? '');
  return /^\d+$/.test(text ?? '') && number >= least && number <= most ? number : null;
}

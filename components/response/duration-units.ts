export const UNITS = [
  { value: 'seconds', label: 'seconds', seconds: 1 },
  { value: 'minutes', label: 'minutes', seconds: 60 },
  { value: 'hours', label: 'hours', seconds: 3600 },
  { value: 'days', label: 'days', seconds: 86400 },
] as const;
export type Unit = (typeof UNITS)[number]['value'];

export const PRESETS = [
  { seconds: 60, label: '1 min' },
  { seconds: 600, label: '10 min' },
  { seconds: 1800, label: '30 min' },
  { seconds: 3600, label: '1 hour' },
  { seconds: 86400, label: '1 day' },
] as const;

const secondsIn = (unit: Unit): number => UNITS.find(({ value }) => value === unit)?.seconds ?? 1;

/** The largest unit that says the time without a fraction. */
export function unitOf(seconds: number | null): Unit {
  if (seconds === null || seconds <= 0) return 'minutes';
  return [...UNITS].reverse().find((unit) => seconds % unit.seconds === 0)?.value ?? 'seconds';
}

/** 1800 in minutes → "30"; half units are kept: 90 in minutes → "1.5". */
export const toAmount = (seconds: number | null, unit: Unit): string =>
  seconds === null ? '' : String(Math.round((seconds / secondsIn(unit)) * 1000) / 1000);

/** What was typed, as seconds; null for nothing, NaN for what is no number. */
export function toSeconds(amount: string, unit: Unit): number | null {
  const text = amount.trim();
  if (text === '') return null;
  return /^\d+([.,]\d+)?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * secondsIn(unit)) : Number.NaN;
}

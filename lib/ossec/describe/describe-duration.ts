/*
 * Times in human units: seconds stay beside the XML only.
 */
import { toCInt } from '../model/c-number.ts';

const UNITS = [
  { seconds: 86400, one: 'day', many: 'days' },
  { seconds: 3600, one: 'hour', many: 'hours' },
  { seconds: 60, one: 'min', many: 'min' },
] as const;

/** 1800 → "30 min", 86400 → "1 day", 90 → "90 s", 5400 → "90 min". */
export function describeSeconds(seconds: number): string {
  for (const { seconds: unit, one, many } of UNITS) {
    if (seconds >= unit && seconds % unit === 0) return `${seconds / unit} ${seconds === unit ? one : many}`;
  }
  return `${seconds} s`;
}

/** For the "For" column: what the manager makes of <timeout>. */
export function describeTimeout(timeout: string | null, timeoutAllowed: boolean): string {
  const seconds = timeout === null || !timeoutAllowed ? 0 : toCInt(timeout);
  if (seconds > 0) return describeSeconds(seconds);
  return seconds < 0 ? 'Undone at once' : 'No undo';
}

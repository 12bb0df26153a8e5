/*
 * Owns the time stamp of an alert as bytes, in the one form that Wazuh writes: 2026-07-20T01:29:58.037+0000. Any other form
 * is NaN here and left to readTimestamp. Pure.
 */

const FORM = '0000-00-00T00:00:00.000+0000';
const DIGITS = [...FORM].flatMap((character, index) => (character === '0' ? [index] : []));
const SIGNS = [...FORM].flatMap((character, index) => (character === '0' || character === '+' ? [] : [index]));
const SIGN = 23;
const LONGEST = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Epoch milliseconds. */
export function scanTime(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== FORM.length) return Number.NaN;
  for (let digit = 0; digit < DIGITS.length; digit += 1) {
    const byte = bytes[start + (DIGITS[digit] as number)] as number;
    if (byte < 48 || byte > 57) return Number.NaN;
  }
  for (let sign = 0; sign < SIGNS.length; sign += 1) {
    const index = SIGNS[sign] as number;
    if (bytes[start + index] !== FORM.charCodeAt(index)) return Number.NaN;
  }
  const sign = bytes[start + SIGN];
  if (sign !== 43 && sign !== 45) return Number.NaN;
  const two = (index: number): number =>
    ((bytes[start + index] as number) - 48) * 10 + (bytes[start + index + 1] as number) - 48;
  const year = two(0) * 100 + two(2);
  const [month, day, hour, minute, second] = [two(5), two(8), two(11), two(14), two(17)];
  const [zoneHour, zoneMinute] = [two(24), two(26)];
  // The 29th of February is left to others.
  if (year < 1970 || day < 1 || !(day <= (LONGEST[month] as number))) return Number.NaN;
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return Number.NaN;
  const milliseconds = two(20) * 10 + (bytes[start + 22] as number) - 48;
  const zone = (zoneHour * 60 + zoneMinute) * (sign === 43 ? 60_000 : -60_000);
  return (((daysTo(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milliseconds - zone;
}

let [known, knownDays] = [-1, 0];

/** Alerts come day by day, so the last answer is nearly always the next. */
function daysTo(year: number, month: number, day: number): number {
  const date = (year * 16 + month) * 32 + day;
  if (date !== known) [known, knownDays] = [date, Date.UTC(year, month - 1, day) / 86_400_000];
  return knownDays;
}

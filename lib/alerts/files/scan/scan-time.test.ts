import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTimestamp } from '../../read-alert.ts';
import { scanTime } from './scan-time.ts';

const scan = (text: string): number => scanTime(Buffer.from(`x${text}x`), 1, text.length + 1);
const two = (most: number) => fc.nat({ max: most }).map((number) => String(number).padStart(2, '0'));

test('the usual form is read as readTimestamp reads it, and anything else is not read', () => {
  const stamp = fc
    .tuple(
      fc.integer({ min: 1969, max: 2100 }),
      two(13),
      two(32),
      two(24),
      two(60),
      two(60),
      fc.constantFrom('+0000', '-0330', '+1400', '+2460'),
    )
    .map(
      ([year, month, day, hour, minute, second, zone]) =>
        `${year}-${month}-${day}T${hour}:${minute}:${second}.037${zone}`,
    );
  fc.assert(
    fc.property(stamp, (text) => {
      const found = scan(text);
      if (!Number.isNaN(found)) expect(found).toBe(readTimestamp(text));
    }),
    { numRuns: 3000, seed: 3 },
  );
});

test('each day of a year is read as bytes, but for the 29th of February', () => {
  for (let at = Date.UTC(2028, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
    const text = new Date(at).toISOString().replace('Z', '+0000');
    expect(scan(text)).toBe(text.includes('-02-29') ? Number.NaN : at);
  }
});

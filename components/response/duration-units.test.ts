import { expect, test } from 'vitest';
import { toAmount, toSeconds, unitOf } from './duration-units';

test('a time is shown in the largest unit that says it whole', () => {
  expect([60, 90, 5400, 86400, null].map(unitOf)).toEqual(['minutes', 'seconds', 'minutes', 'days', 'minutes']);
  expect(toAmount(5400, 'minutes')).toBe('90');
  expect(toAmount(5400, 'hours')).toBe('1.5');
});

test('what is typed becomes whole seconds, nothing, or no number', () => {
  expect(toSeconds('30', 'minutes')).toBe(1800);
  expect(toSeconds('1,5', 'hours')).toBe(5400);
  expect(toSeconds(' ', 'hours')).toBeNull();
  expect(toSeconds('soon', 'hours')).toBeNaN();
});

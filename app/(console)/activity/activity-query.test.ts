import { expect, test } from 'vitest';
import { activityHref, periodOf, readPlace, readQuery } from './activity-query';

const DAY = 86_400_000;
const NOW = new Date('2026-07-24T12:00').getTime();
const own = (from: string, to: string) => periodOf(readQuery({ period: 'own', from, to }), NOW);
const at = (text: string) => new Date(text).getTime();

test('a period of one’s own takes in its last day, and ends now at the latest', () => {
  expect(own('2026-07-20', '2026-07-21')).toEqual({ from: at('2026-07-20T00:00'), to: at('2026-07-22T00:00') });
  expect(own('2026-07-20', '')).toEqual({ from: at('2026-07-20T00:00'), to: NOW });
  expect(own('2026-07-20', '2030-01-01').to).toBe(NOW);
});

test.each([
  ['a day that does not exist', '2026-02-31', ''],
  ['no day', '2026-99-99', ''],
  ['words', 'yesterday', ''],
])('%s counts as not said', (_, from, to) => {
  expect(own(from, to)).toEqual({ from: NOW - 7 * DAY, to: NOW });
});

test('an end before the beginning leaves a period all the same', () => {
  const { from, to } = own('2026-07-20', '2026-07-10');
  expect(to - from).toBeGreaterThanOrEqual(60_000);
});

test('what is no question counts as not asked', () => {
  expect(readQuery({ period: 'x', outcome: '1', sort: ['newest', 'oldest'], q: 'x'.repeat(201) })).toEqual(
    readQuery({}),
  );
  expect(readPlace({ page: '0', alert: '1.1&x' })).toEqual({ page: 1, alert: '' });
});

test('an address says only what is asked, in a form that comes back', () => {
  const query = readQuery({ q: 'a & b=ü', agent: '001', outcome: 'failed' });
  expect(activityHref(readQuery({}), { page: 1 })).toBe('/activity');
  const { searchParams } = new URL(activityHref(query, { page: 2 }), 'http://localhost');
  expect(readQuery(Object.fromEntries(searchParams))).toEqual(query);
  expect(readPlace(Object.fromEntries(searchParams)).page).toBe(2);
});

test('days typed the wrong way round mean the same days', () => {
  const asked = { period: 'own', from: '2026-07-24', to: '2026-07-20' };
  expect(readQuery(asked)).toMatchObject({ from: '2026-07-20', to: '2026-07-24' });
  expect(readQuery({ ...asked, to: '' })).toMatchObject({ from: '2026-07-24', to: '' });
});

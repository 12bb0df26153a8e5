import { expect, test } from 'vitest';
import { readKept } from './read-kept.ts';

test('the alert history is bounded by settings, or by what stands for them', () => {
  expect(readKept({})).toEqual({ days: 90, bytes: 2e9 });
  expect(readKept({ RIPOSTE_ALERT_DAYS: '30', RIPOSTE_ALERT_INDEX_MB: '500' })).toEqual({ days: 30, bytes: 5e8 });
  expect(readKept({ RIPOSTE_ALERT_DAYS: '0', RIPOSTE_ALERT_INDEX_MB: 'much' })).toEqual({ days: 90, bytes: 2e9 });
  expect(readKept({ RIPOSTE_ALERT_DAYS: '-5', RIPOSTE_ALERT_INDEX_MB: '9' })).toEqual({ days: 90, bytes: 2e9 });
});

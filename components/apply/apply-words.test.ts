import { expect, test } from 'vitest';
import { announcement, applyTitle, outcomeTitle, spanText, stepText } from './apply-words';
import { historyTitle, outcomeBadge } from './history-words';
import { madeOutcome, madeSnapshot, madeStep } from './made-snapshot';

const ended = (result: Parameters<typeof madeOutcome>[0]) => madeSnapshot({ outcome: madeOutcome(result) }).apply;

test('the title says what happens, and then what happened', () => {
  expect(applyTitle(madeSnapshot().apply)).toBe('Applying 1 change');
  expect(applyTitle(ended({}))).toBe('Applied 1 change');
  expect(applyTitle(ended({ result: 'not-written' }))).toBe('Not applied');
  expect(applyTitle({ ...ended({ result: 'failed' }), kind: 'restart' })).toBe('Restart failed');
});

test('the outcome says what is true, not what was tried', () => {
  expect(outcomeTitle(ended({}))).toBe('Running with the new configuration');
  expect(outcomeTitle(ended({ result: 'saved' }))).toBe('Written. The manager still runs the previous configuration');
  expect(outcomeTitle(ended({ result: 'failed', managerUp: false }))).toBe('The manager did not come up fully');
  expect(outcomeTitle(ended({ result: 'failed', managerUp: true }))).toBe('The manager did not take this file');
  expect(outcomeTitle(ended({ result: 'interrupted', managerUp: null }))).toBe('Nobody saw how this ended');
});

test('steps and outcome are announced in words', () => {
  expect(announcement(madeSnapshot())).toBe('Restart the manager: running');
  expect(announcement(madeSnapshot({ outcome: madeOutcome({}) }))).toMatch(/^Running with the new configuration\./);
});

test('a waiting step says what it will do, another one what it did', () => {
  expect(stepText(madeStep('loaded', 'waiting'))).toBe('ar.conf has to list what the file says');
  expect(stepText(madeStep('loaded', 'done', { text: '8 responses in ar.conf' }))).toBe('8 responses in ar.conf');
});

test.each([
  [12, '<0.1 s'],
  [100, '0.1 s'],
  [9940, '9.9 s'],
  [13_400, '13 s'],
])('%i ms is %s', (ms, words) => {
  expect(spanText(ms)).toBe(words);
});

test('a list names an apply by its first change', () => {
  const { sentences } = madeSnapshot().apply;
  expect(historyTitle({ kind: 'apply', sentences: [...sentences, ...sentences] })).toBe(
    'host-deny from level 7 to 10, and 1 more',
  );
  expect(historyTitle({ kind: 'restart', sentences: [] })).toBe('Manager restarted');
});

test('a badge only where there is something to say', () => {
  const item = { state: 'finished', outcome: madeOutcome({}), reverted: false, current: false } as const;
  expect(outcomeBadge(item)).toBeNull();
  expect(outcomeBadge({ ...item, current: true })?.words).toBe('Running');
  expect(outcomeBadge({ ...item, reverted: true })?.words).toBe('Put back');
  expect(outcomeBadge({ ...item, outcome: madeOutcome({ result: 'failed' }), reverted: true })?.words).toBe('Failed');
});

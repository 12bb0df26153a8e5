import { expect, test } from 'vitest';
import type { RevertReason } from '@/lib/view/apply';
import { announcement, applyTitle, stateWords, stepText, tabTitle } from './apply-words';
import { madeConfirming, madeOutcome, madeSnapshot, madeStep, madeUndoing } from './made-snapshot';
import { keptWords, outcomeHint, outcomeTitle, outcomeWords, reasonWords } from './outcome-words';
import { spanText, waitText } from './span-text';

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
  [125_000, '2 min 5 s'],
])('%i ms is %s', (ms, words) => {
  expect(spanText(ms)).toBe(words);
});

test.each([
  [30, '30 s'],
  [120, '2 min'],
  [90, '1 min 30 s'],
])('%i seconds are %s', (seconds, words) => {
  expect(waitText(seconds)).toBe(words);
});

test('while it waits to be kept the tab asks, and the page says that it is applied', () => {
  const confirming = madeConfirming();
  expect(tabTitle(confirming)).toBe('Keep these changes?');
  expect(applyTitle(confirming.apply, 'confirming')).toBe('Applied 1 change');
  expect(announcement(confirming)).toBe(
    'Keep these changes? If nobody presses Keep changes within 2 min, the previous file comes back.',
  );
  expect(tabTitle(madeConfirming({ decision: 'keep', decidedBy: 'local' }))).toBe('Applied 1 change');
});

test('what is announced does not change with the time alone', () => {
  const confirming = madeConfirming();
  expect(announcement({ ...confirming, remainingMs: 1000 } as typeof confirming)).toBe(announcement(confirming));
});

test('the way back has its own title', () => {
  expect(tabTitle(madeUndoing())).toBe('Reverting 1 change');
  expect(announcement(madeUndoing())).toBe('Restart the manager: running');
});

test('the step of the person waits for the person', () => {
  const step = madeStep('confirm', 'running');
  expect(stateWords(step)).toBe('Waiting for you');
  expect(stepText(madeStep('confirm', 'waiting'), 30)).toBe('Within 30 s, or the previous file comes back');
});

const names = { david: 'David' };
const reverted = (why: RevertReason, more: Parameters<typeof madeSnapshot>[0] = {}) =>
  madeSnapshot({ outcome: madeOutcome({ result: 'reverted', message: 'It is back.', why }), ...more }).apply;

test('a revert says what made Riposte do it', () => {
  expect(outcomeTitle(reverted('failed'))).toBe('Reverted. The manager runs the previous configuration again');
  const reason = madeOutcome({ result: 'failed', message: 'remoted did not start.', hint: 'See the log.' });
  expect(outcomeWords(reverted('failed', { reason }), names)).toBe('remoted did not start.');
  expect(outcomeHint(reverted('failed', { reason }))).toBe('See the log.');
  expect(outcomeWords(reverted('not-kept'), names)).toBe('Nobody pressed Keep changes within 2 min.');
  expect(outcomeWords(reverted('by-hand', { decidedBy: 'david' }), names)).toBe('David pressed Revert now.');
  expect(outcomeWords(reverted('interrupted'), names)).toMatch(/^Riposte stopped in the middle/);
});

test('on the way back the reason is known before the outcome', () => {
  expect(reasonWords(madeUndoing().apply, names)).toBe('remoted did not start.');
  const asked = madeUndoing({ reason: madeOutcome({ why: 'by-hand' }), decidedBy: 'constructor' });
  expect(reasonWords(asked.apply, names)).toBe('constructor pressed Revert now.');
});

test.each([
  [false, 'The revert failed. The manager is not running fully'],
  [true, 'The revert failed. The manager is up, but not proved to run the previous file'],
  [null, 'The revert failed. It is not known how the manager was left'],
])('a failed revert tells what is known of the manager: %s', (managerUp, words) => {
  expect(outcomeTitle(ended({ result: 'revert-failed', managerUp }))).toBe(words);
});

test('kept: by whom and when', () => {
  const apply = madeSnapshot({ outcome: madeOutcome({}), decision: 'keep', decidedBy: 'david' }).apply;
  expect(keptWords(apply, names, 'UTC')).toBe('Kept by David at 14:33.');
  expect(keptWords({ ...apply, decision: null, decidedBy: null }, names, 'UTC')).toBeNull();
});

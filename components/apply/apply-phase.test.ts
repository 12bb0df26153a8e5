import { expect, test } from 'vitest';
import { canRevertNow, phaseOf, phaseStart, restartedAt } from './apply-phase';
import { madeConfirming, madeOutcome, madeSnapshot, madeStep, madeUndoing } from './made-snapshot';

test('the phase is read off the steps', () => {
  expect(phaseOf(madeSnapshot())).toBe('applying');
  expect(phaseOf(madeConfirming())).toBe('confirming');
  expect(phaseOf(madeUndoing())).toBe('undoing');
  expect(phaseOf(madeSnapshot({ outcome: madeOutcome({}) }))).toBe('over');
});

test('it can be taken back from the write on, until somebody decided or it goes back', () => {
  const before = madeSnapshot({}, { steps: [madeStep('check', 'running'), madeStep('write', 'waiting')] });
  expect(canRevertNow(before)).toBe(false);
  expect(canRevertNow(madeSnapshot({}, { steps: [madeStep('write', 'running')] }))).toBe(true);
  expect(canRevertNow(madeSnapshot())).toBe(true);
  expect(canRevertNow(madeConfirming())).toBe(true);
  expect(canRevertNow(madeConfirming({ decision: 'keep' }))).toBe(false);
  expect(canRevertNow(madeUndoing())).toBe(false);
  expect(canRevertNow(madeSnapshot({ outcome: madeOutcome({}) }))).toBe(false);
});

test('a restart can be taken back where it brings another file than the one that runs', () => {
  const steps = [madeStep('restart', 'running')];
  expect(canRevertNow(madeSnapshot({ kind: 'restart' }, { steps }))).toBe(true);
  const same = { baseSha256: 'a'.repeat(64), newSha256: 'a'.repeat(64) };
  expect(canRevertNow(madeSnapshot({ kind: 'restart', ...same }, { steps }))).toBe(false);
});

test('the way back counts its own time, and what was seen counts from the restart', () => {
  const steps = [madeStep('restart', 'done', { finishedAt: 5 }), madeStep('put-back', 'running', { startedAt: 9 })];
  expect(phaseStart(steps, 1)).toBe(9);
  expect(phaseStart([madeStep('write', 'running')], 1)).toBe(1);
  expect(restartedAt(steps)).toBe(5);
  expect(restartedAt([madeStep('write', 'running')])).toBeNull();
});

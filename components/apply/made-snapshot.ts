/* For tests: an apply at any point of its life. */
import type { ApplyOutcome, ApplySnapshot, ApplyStep, Evidence, LogLine, StepKey, StepState } from '@/lib/view/apply';

const NOW = Date.UTC(2026, 10, 18, 14, 33, 0);

export const madeStep = (key: StepKey, state: StepState, more: Partial<ApplyStep> = {}): ApplyStep => ({
  key,
  state,
  text: '',
  daemons: [],
  evidence: null,
  startedAt: state === 'waiting' || state === 'skipped' ? null : NOW,
  finishedAt: state === 'done' || state === 'failed' ? NOW + 100 : null,
  ...more,
});

export const madeOutcome = (outcome: Partial<ApplyOutcome>): ApplyOutcome => ({
  result: 'running',
  message: 'The manager is running with the new configuration.',
  hint: '',
  lines: [],
  managerUp: true,
  ...outcome,
});

export const managerLine = (seq: number, text: string): LogLine => ({ seq, source: 'manager', at: NOW, text });

export function madeSnapshot(
  apply: Partial<ApplySnapshot['apply']> = {},
  more: Partial<ApplySnapshot> = {},
): ApplySnapshot {
  return {
    apply: {
      id: 7,
      person: 'local',
      kind: 'apply',
      note: '',
      baseSha256: 'a'.repeat(64),
      newSha256: 'b'.repeat(64),
      backSha256: 'a'.repeat(64),
      restart: true,
      sentences: [{ mark: '~', title: 'host-deny from level 7 to 10', detail: '' }],
      ...{ confirmSeconds: 120, deadlineAt: null, decision: null, decidedBy: null, reason: null },
      state: apply.outcome ? 'finished' : 'running',
      outcome: null,
      startedAt: NOW,
      finishedAt: apply.outcome ? NOW + 24_000 : null,
      ...apply,
    },
    steps: [
      madeStep('backup', 'done'),
      madeStep('check', 'done', { text: 'wazuh-analysisd accepts the file' }),
      madeStep('write', 'done'),
      madeStep('restart', 'running'),
      madeStep('daemons', 'waiting'),
    ],
    log: [],
    usualMs: null,
    remainingMs: null,
    now: NOW + 3000,
    ...more,
  };
}

const RAN = ['backup', 'check', 'write', 'restart', 'daemons', 'loaded'] as const;

/** It runs, and waits to be kept. */
export const madeConfirming = (
  apply: Partial<ApplySnapshot['apply']> = {},
  evidence: Partial<Evidence> = {},
): ApplySnapshot =>
  madeSnapshot(apply, {
    steps: [
      ...RAN.map((key) => madeStep(key, 'done')),
      madeStep('confirm', 'running', { evidence: { agentsBefore: 44, agentsNow: 43, newErrors: 0, ...evidence } }),
    ],
    remainingMs: 102_000,
  });

/** It did not start, and the previous file comes back. */
export const madeUndoing = (apply: Partial<ApplySnapshot['apply']> = {}): ApplySnapshot =>
  madeSnapshot(
    { reason: madeOutcome({ result: 'failed', message: 'remoted did not start.', why: 'failed' }), ...apply },
    {
      steps: [
        madeStep('write', 'done'),
        madeStep('restart', 'failed'),
        madeStep('confirm', 'skipped'),
        madeStep('put-back', 'done'),
        madeStep('restart-again', 'running'),
      ],
    },
  );

/* Where an apply stands, read off its steps. Pure. */
import type { ApplySnapshot, ApplyStep, StepKey } from '@/lib/view/apply';

/** applying: on its way. confirming: it runs, and waits for Keep changes. undoing: the previous file comes back. over: ended. */
export type Phase = 'applying' | 'confirming' | 'undoing' | 'over';

type Apply = ApplySnapshot['apply'];
type Told = { apply: Pick<Apply, 'state'>; steps: readonly ApplyStep[] };

const stepOf = (steps: readonly ApplyStep[], key: StepKey) => steps.find((step) => step.key === key);

const hasBegun = (steps: readonly ApplyStep[], key: StepKey): boolean => {
  const state = stepOf(steps, key)?.state;
  return state !== undefined && state !== 'waiting' && state !== 'skipped';
};

export function phaseOf({ apply, steps }: Told): Phase {
  if (apply.state === 'finished') return 'over';
  if (stepOf(steps, 'put-back') || stepOf(steps, 'restart-again')) return 'undoing';
  return stepOf(steps, 'confirm')?.state === 'running' ? 'confirming' : 'applying';
}

type Changing = Told & { apply: Pick<Apply, 'kind' | 'decision' | 'baseSha256' | 'newSha256'> };

/** Once the file is being written there is something to take back, until somebody has said what shall be. */
export function canRevertNow({ apply, steps }: Changing): boolean {
  if (apply.decision !== null || apply.baseSha256 === apply.newSha256) return false;
  if (!hasBegun(steps, apply.kind === 'restart' ? 'restart' : 'write')) return false;
  return ['applying', 'confirming'].includes(phaseOf({ apply, steps }));
}

/** When the phase that is shown began: the way back counts anew. */
export function phaseStart(steps: readonly ApplyStep[], startedAt: number): number {
  return (stepOf(steps, 'put-back') ?? stepOf(steps, 'restart-again'))?.startedAt ?? startedAt;
}

/** When the manager had restarted, for what was seen since; null before. */
export const restartedAt = (steps: readonly ApplyStep[]): number | null =>
  stepOf(steps, 'restart')?.finishedAt ?? stepOf(steps, 'confirm')?.startedAt ?? null;

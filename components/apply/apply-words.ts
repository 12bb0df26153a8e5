/* An apply in words: what it is called while it runs and after, and each step in plain words. Pure. */
import type { ApplySnapshot, ApplyStep, StepKey } from '@/lib/view/apply';
import type { Names } from './apply-actions';
import { type Phase, phaseOf } from './apply-phase';
import { outcomeTitle, outcomeWords } from './outcome-words';
import { spanText, waitText } from './span-text';

type Apply = ApplySnapshot['apply'];

const counted = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

/** The head of the page. */
export function applyTitle(
  { kind, state, outcome, sentences }: Pick<Apply, 'kind' | 'state' | 'outcome' | 'sentences'>,
  phase: Phase = 'applying',
): string {
  const what = counted(sentences.length);
  const result = state === 'running' ? phase : (outcome?.result ?? 'interrupted');
  switch (kind) {
    case 'apply':
      return {
        applying: `Applying ${what}`,
        confirming: `Applied ${what}`,
        undoing: `Reverting ${what}`,
        over: `Applied ${what}`,
        running: `Applied ${what}`,
        saved: `Saved ${what}`,
        'not-written': 'Not applied',
        failed: 'Apply failed',
        reverted: 'Apply reverted',
        'revert-failed': 'Revert failed',
        superseded: 'Apply overtaken',
        interrupted: 'Apply interrupted',
      }[result];
    case 'revert':
      return {
        applying: 'Putting the previous file back',
        confirming: 'Previous file put back',
        undoing: 'Undoing that',
        over: 'Previous file put back',
        running: 'Previous file put back',
        saved: 'Previous file put back',
        'not-written': 'Previous file not put back',
        failed: 'Putting back failed',
        reverted: 'Putting back undone',
        'revert-failed': 'Putting back failed',
        superseded: 'Putting back overtaken',
        interrupted: 'Putting back interrupted',
      }[result];
    case 'restart':
      return {
        applying: 'Restarting the manager',
        confirming: 'Manager restarted',
        undoing: 'Restarting the manager again',
        over: 'Manager restarted',
        running: 'Manager restarted',
        saved: 'Manager restarted',
        'not-written': 'Manager not restarted',
        failed: 'Restart failed',
        reverted: 'Restart reverted',
        'revert-failed': 'Revert failed',
        superseded: 'Restart overtaken',
        interrupted: 'Restart interrupted',
      }[result];
  }
}

export const KEEP_QUESTION = 'Keep these changes?';

/** The title of the tab: the question, while it is asked. */
export function tabTitle({ apply, steps }: Pick<ApplySnapshot, 'apply' | 'steps'>): string {
  const phase = phaseOf({ apply, steps });
  return phase === 'confirming' && apply.decision === null ? KEEP_QUESTION : applyTitle(apply, phase);
}

const STEPS: Record<StepKey, { title: string; waiting: string }> = {
  backup: { title: 'Keep the file as it was', waiting: 'So that it can be put back' },
  check: { title: 'Wazuh’s own check', waiting: 'In a private copy, before anything is written' },
  write: { title: 'Write the new file', waiting: 'Whole or not at all, with the same owner and mode' },
  restart: { title: 'Restart the manager', waiting: 'All its daemons stop and start' },
  daemons: { title: 'Daemons stay up', waiting: 'Watched for some seconds' },
  loaded: { title: 'Responses loaded', waiting: 'ar.conf has to list what the file says' },
  confirm: { title: 'You keep the changes', waiting: 'Or the previous file comes back' },
  'put-back': { title: 'Put the previous file back', waiting: 'Whole or not at all' },
  'restart-again': { title: 'Restart the manager', waiting: 'With the previous file' },
};

export const stepTitle = ({ key }: Pick<ApplyStep, 'key'>): string => STEPS[key].title;

/** `confirmSeconds`: how long somebody has to keep it. */
export function stepText({ key, state, text }: Pick<ApplyStep, 'key' | 'state' | 'text'>, confirmSeconds = 0): string {
  if (text) return text;
  if (key === 'confirm' && state === 'running') return 'The previous file comes back if nobody does';
  if (state !== 'waiting') return '';
  if (key === 'confirm' && confirmSeconds > 0) {
    return `Within ${waitText(confirmSeconds)}, or the previous file comes back`;
  }
  return STEPS[key].waiting;
}

export const STATE_WORDS: Record<ApplyStep['state'], string> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Not reached',
};

/** A step's state, to be said where it is only painted. */
export function stateWords({ key, state, startedAt }: Pick<ApplyStep, 'key' | 'state' | 'startedAt'>): string {
  if (key === 'confirm' && state === 'running') return 'Waiting for you';
  return state === 'skipped' && startedAt !== null ? 'Skipped' : STATE_WORDS[state];
}

/** How long a step has taken so far, or took; null before it began. */
export function stepSpan(
  { startedAt, finishedAt }: Pick<ApplyStep, 'startedAt' | 'finishedAt'>,
  now: number,
): string | null {
  return startedAt === null ? null : spanText(Math.max(0, (finishedAt ?? now) - startedAt));
}

/** What is going on, to be said aloud when it changes. */
export function announcement(snapshot: Pick<ApplySnapshot, 'apply' | 'steps'>, names: Names = {}): string {
  const { apply, steps } = snapshot;
  const phase = phaseOf(snapshot);
  if (phase === 'over') return `${outcomeTitle(apply)}. ${outcomeWords(apply, names)}`.trim();
  if (apply.decision === 'keep') return 'Kept. Finishing.';
  if (phase === 'confirming' && apply.decision === null) {
    return `${KEEP_QUESTION} If nobody presses Keep changes within ${waitText(apply.confirmSeconds)}, the previous file comes back.`;
  }
  const step = steps.findLast(({ state }) => state !== 'waiting' && state !== 'skipped');
  return step ? `${stepTitle(step)}: ${stateWords(step).toLowerCase()}` : '';
}

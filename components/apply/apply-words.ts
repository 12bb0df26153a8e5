/* An apply in words: what it is called while it runs and after, and each step in plain words. Pure. */
import type { ApplySnapshot, ApplyStep, StepKey } from '@/lib/view/apply';

type Apply = ApplySnapshot['apply'];

const counted = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

/** The head of the page, and the title of its tab. */
export function applyTitle({
  kind,
  state,
  outcome,
  sentences,
}: Pick<Apply, 'kind' | 'state' | 'outcome' | 'sentences'>): string {
  const what = counted(sentences.length);
  const result = state === 'running' ? 'under-way' : (outcome?.result ?? 'interrupted');
  switch (kind) {
    case 'apply':
      return {
        'under-way': `Applying ${what}`,
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
        'under-way': 'Putting the previous file back',
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
        'under-way': 'Restarting the manager',
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

/** The outcome in one line: what is true now. */
export function outcomeTitle({ kind, outcome }: Pick<Apply, 'kind' | 'outcome'>): string {
  switch (outcome?.result) {
    case 'running':
      return {
        apply: 'Running with the new configuration',
        revert: 'Running with the previous configuration again',
        restart: 'The manager is running again',
      }[kind];
    case 'saved':
      return 'Written. The manager still runs the previous configuration';
    case 'not-written':
      return 'Nothing was written';
    case 'failed':
      if (outcome.managerUp === null) return 'It is not known how the manager was left';
      return outcome.managerUp ? 'The manager did not take this file' : 'The manager did not come up fully';
    default:
      return 'Nobody saw how this ended';
  }
}

const STEPS: Record<StepKey, { title: string; waiting: string }> = {
  backup: { title: 'Keep the file as it was', waiting: 'So that it can be put back' },
  check: { title: 'Wazuh’s own check', waiting: 'In a private copy, before anything is written' },
  write: { title: 'Write the new file', waiting: 'Whole or not at all, with the same owner and mode' },
  restart: { title: 'Restart the manager', waiting: 'All its daemons stop and start' },
  daemons: { title: 'Daemons stay up', waiting: 'Watched for some seconds' },
  loaded: { title: 'Responses loaded', waiting: 'ar.conf has to list what the file says' },
  confirm: { title: 'You keep the changes', waiting: 'The previous file comes back if nobody does' },
  'put-back': { title: 'Put the previous file back', waiting: 'Whole or not at all' },
  'restart-again': { title: 'Restart the manager', waiting: 'With the previous file' },
};

export const stepTitle = ({ key }: Pick<ApplyStep, 'key'>): string => STEPS[key].title;

export const stepText = ({ key, state, text }: Pick<ApplyStep, 'key' | 'state' | 'text'>): string =>
  text || (state === 'waiting' ? STEPS[key].waiting : '');

export const STATE_WORDS: Record<ApplyStep['state'], string> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Not reached',
};

/** "0.1 s", "13 s" */
export const spanText = (ms: number): string =>
  ms < 50 ? '<0.1 s' : ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;

/** How long a step has taken so far, or took; null before it began. */
export function stepSpan(
  { startedAt, finishedAt }: Pick<ApplyStep, 'startedAt' | 'finishedAt'>,
  now: number,
): string | null {
  return startedAt === null ? null : spanText((finishedAt ?? now) - startedAt);
}

/** What is going on, to be said aloud when it changes. */
export function announcement({ apply, steps }: Pick<ApplySnapshot, 'apply' | 'steps'>): string {
  if (apply.state === 'finished') return `${outcomeTitle(apply)}. ${apply.outcome?.message ?? ''}`;
  const step = steps.findLast(({ state }) => state !== 'waiting');
  return step ? `${stepTitle(step)}: ${STATE_WORDS[step.state].toLowerCase()}` : '';
}

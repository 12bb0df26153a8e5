/* How an apply ended, in words: what is true now, and why. Pure. */
import type { ApplySnapshot } from '@/lib/view/apply';
import { type Names, nameIn } from './apply-actions';
import { waitText } from './span-text';

type Apply = ApplySnapshot['apply'];

/** The outcome in one line: what is true now. */
export function outcomeTitle({ kind, outcome, restart }: Pick<Apply, 'kind' | 'outcome' | 'restart'>): string {
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
      return kind === 'restart' ? 'The manager was not restarted' : 'Nothing was written';
    case 'reverted':
      if (!restart) return 'Reverted. The file is as it was before';
      return kind === 'revert'
        ? 'Undone. The manager runs the configuration from before this again'
        : 'Reverted. The manager runs the previous configuration again';
    case 'revert-failed':
      return managerTitle(outcome.managerUp);
    case 'superseded':
      return 'Somebody else changed ossec.conf. Their version stays';
    case 'failed':
      if (outcome.managerUp === null) return 'It is not known how the manager was left';
      return outcome.managerUp ? 'The manager did not take this file' : 'The manager did not come up fully';
    default:
      return 'Nobody saw how this ended';
  }
}

const managerTitle = (isUp: boolean | null): string => {
  if (isUp === null) return 'The revert failed. It is not known how the manager was left';
  return isUp
    ? 'The revert failed. The manager is up, but not proved to run the previous file'
    : 'The revert failed. The manager is not running fully';
};

type Undone = Pick<Apply, 'outcome' | 'reason' | 'confirmSeconds' | 'decidedBy'>;

/** What makes Riposte put the previous file back, or made it. */
export function reasonWords({ outcome, reason, confirmSeconds, decidedBy }: Undone, names: Names): string {
  switch (outcome?.why ?? reason?.why) {
    case 'not-kept':
      return `Nobody pressed Keep changes within ${waitText(confirmSeconds)}.`;
    case 'by-hand':
      return `${decidedBy === null ? 'Somebody' : nameIn(names, decidedBy)} pressed Revert now.`;
    case 'interrupted':
      return outcome
        ? 'Riposte stopped in the middle of this apply and put the previous file back when it started again.'
        : 'Riposte stopped in the middle of this apply.';
    default:
      return reason?.message ?? outcome?.message ?? '';
  }
}

/** Why it ended so. For a revert what made Riposte do it; else the words of the step that ended it. */
export const outcomeWords = (apply: Undone, names: Names): string =>
  apply.outcome?.result === 'reverted' ? reasonWords(apply, names) : (apply.outcome?.message ?? '');

/** What to do about it. */
export const outcomeHint = ({ outcome, reason }: Pick<Apply, 'outcome' | 'reason'>): string =>
  (outcome?.result === 'reverted' ? reason?.hint : outcome?.hint) ?? '';

/** "Kept by David at 14:35."; null when nobody was asked. */
export function keptWords(
  { decision, decidedBy, finishedAt }: Pick<Apply, 'decision' | 'decidedBy' | 'finishedAt'>,
  names: Names,
  timeZone: string,
): string | null {
  if (decision !== 'keep' || decidedBy === null || finishedAt === null) return null;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return `Kept by ${nameIn(names, decidedBy)} at ${time.format(finishedAt)}.`;
}

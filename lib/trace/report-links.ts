/* The last links: did the script report this alert, and was it undone. Pure. */
import type { Execution } from '../activity/execution.ts';
import { GRACE_MS } from '../activity/expected-runs.ts';
import { describeSeconds } from '../ossec/describe/describe-duration.ts';
import { bad, ok, type Said, unknown, unreached, waiting } from './link.ts';
import type { Followed, TraceFacts } from './trace-facts.ts';

/** What is known of the run; null when no report of it is. */
export function executionOf(
  { executions, alert }: TraceFacts,
  followed: Followed | null,
  executable: string | null,
): Execution | null {
  const found = executions?.find(
    (one) =>
      alert.id !== null &&
      one.causeIds.includes(alert.id) &&
      one.agentId === followed?.id &&
      one.script === executable &&
      one.outcome !== 'unseen',
  );
  return found ?? null;
}

/** `isBroken`: an earlier link is. */
export function reportedLink(facts: TraceFacts, execution: Execution | null, isBroken: boolean): Said {
  const { alert, executions, silence, now } = facts;
  if (execution?.outcome === 'failed')
    return bad(`It ran and failed. ${execution.said ?? execution.why ?? ''}`.trim(), {
      fix: 'Mend it on the host that ran it.',
    });
  if (execution) return ok(`The script reported it (rules 651 to 657). That it ran is no proof that the block works.`);
  if (isBroken) return unreached('A link before it is broken, so no report is expected.');
  if (executions === null) return unknown('There is no alert history to look for reports in.');
  if (alert.id === null || alert.at === null)
    return unknown('The alert has no id or no time, so its reports cannot be found.');
  if (now - alert.at < GRACE_MS) return waiting('The alert is too young: a report takes up to two minutes.');
  if (silence !== null) return unknown(`No report of it is known. ${silence}`);
  return bad('No report came (rules 651 to 657).', {
    fix: 'Look on the agent: is the script there, does the agent read its own active-responses.log?',
    command: 'tail -n 40 /var/ossec/logs/active-responses.log',
  });
}

export function revertedLink(execution: Execution | null, now: number): Said {
  if (!execution || execution.outcome === 'failed') return unreached('Nothing is known to be in force.');
  const { outcome, dueAt } = execution;
  switch (outcome) {
    case 'undone':
      return ok('The undo was reported.');
    case 'running': {
      const left = dueAt === null ? null : Math.max(0, Math.round((dueAt - now) / 1000));
      return waiting(left === null ? 'It is in force.' : `It is in force, and undone in ${roundly(left)}.`);
    }
    case 'permanent':
      return unreached(`Nothing undoes it. ${execution.why ?? ''}`.trim(), {
        fix: 'Lift it by hand.',
        href: '/activity#active',
      });
    case 'overdue':
      return bad(execution.why ?? 'No undo was reported.', {
        fix: 'Lift it by hand, if it is still there.',
        href: '/activity',
      });
    default:
      return unreached('There is nothing to undo.');
  }
}

const roundly = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : describeSeconds(Math.round(seconds / 60) * 60);

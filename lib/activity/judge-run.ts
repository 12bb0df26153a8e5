/*
 * Owns what became of a run: undone, in force, permanent, overdue, failed. A report does not say with which timeout a script
 * ran: the responses that its alert's rule sets off do, else all that run the script. Pure.
 */
import { stockKindOf } from '../ossec/findings/stock-commands.ts';
import type { Execution, ExecutionOutcome } from './execution.ts';
import type { LiveResponse } from './live-responses.ts';
import { type Run, UNDO_SLACK_MS } from './pair-reports.ts';
import { lackOf, needOf } from './target-of.ts';

/** Which of the responses a rule sets off. */
export type IsBound = (response: LiveResponse, ruleId: number) => boolean;

/** The responses that a run may come from. */
export function responsesOf(
  { script, cause }: Pick<Run, 'script' | 'cause'>,
  responses: readonly LiveResponse[],
  isBound: IsBound,
): LiveResponse[] {
  const sameScript = responses.filter(({ executable }) => executable === script);
  const { ruleId } = cause;
  const bound = ruleId === null ? [] : sameScript.filter((response) => isBound(response, ruleId));
  return bound.length > 0 ? bound : sameScript;
}

/** Does what the script does last, until it is run again to undo it? */
const isLasting = (script: string | null, responses: readonly LiveResponse[]): boolean =>
  stockKindOf(script ?? '')?.stateful ?? responses.some(({ timeoutAllowed }) => timeoutAllowed);

/** How long a block of that script is in force, as far as the responses tell: 0 for what does not last. */
export function lastingMsOf(script: string | null, responses: readonly LiveResponse[]): number {
  if (!isLasting(script, responses)) return 0;
  const timeouts = responses.map(({ timeoutSeconds }) => timeoutSeconds);
  return timeouts.length === 0 || timeouts.includes(0) ? Number.POSITIVE_INFINITY : Math.max(...timeouts) * 1000;
}

type Judged = Pick<Execution, 'outcome' | 'dueAt' | 'why' | 'said'>;
export type Judge = {
  responses: readonly LiveResponse[];
  isBound: IsBound;
  now: number;
  /** The script's own complaint in the manager's log, of a start or of an undo; null when there is none. */
  complaintOf: (run: Run, kind: 'add' | 'delete') => string | null;
};

const judged = (outcome: ExecutionOutcome, more: Partial<Judged> = {}): Judged => ({
  ...{ outcome, dueAt: null, why: null, said: null },
  ...more,
});

export function judgeRun(run: Run, { responses, isBound, now, complaintOf }: Judge): Execution {
  const candidates = responsesOf(run, responses, isBound);
  const [only] = candidates;
  const blocks = new Set(candidates.map(({ block }) => block));
  const { cause } = run;
  return {
    key: run.id,
    ...{ agentId: run.agentId, agentName: run.agentName, script: run.script, target: run.target },
    ...{ startedAt: run.startedAt, endedAt: run.endedAt, renewals: run.renewals },
    causeIds: run.causeIds,
    cause: { id: cause.id, ruleId: cause.ruleId, description: cause.description, agentId: cause.agentId },
    response: blocks.size === 1 && only?.block !== null && only ? `r${only.block}` : null,
    command: only?.command ?? run.script ?? 'unknown script',
    ...(failureOf(run, complaintOf(run, 'add')) ??
      brokenUndo(complaintOf(run, 'delete')) ??
      courseOf(run, responsesOf({ ...run, cause: run.timedBy }, responses, isBound), now)),
  };
}

function failureOf(run: Run, complaint: string | null): Judged | null {
  if (complaint !== null) return judged('failed', { why: 'The script said so in its log.', said: complaint });
  if (run.firewallOff) {
    const why = 'A firewall profile of the host is off (rule 658): the block may have no effect.';
    return judged('failed', { why });
  }
  const lack = lackOf(run.script ?? '', run.cause);
  if (lack === null || run.cause.id === null) return null;
  const need = needOf(run.script ?? '');
  const missing = `The alert has no ${need}, and ${run.script} does nothing without one.`;
  const noAddress = `What the alert has as srcip is no address, and ${run.script} takes nothing else.`;
  return judged('failed', { why: lack === 'missing' ? missing : noAddress });
}

const brokenUndo = (complaint: string | null): Judged | null =>
  complaint === null
    ? null
    : judged('overdue', { why: 'Its undo was tried, and the script complained.', said: complaint });

function courseOf(run: Run, candidates: readonly LiveResponse[], now: number): Judged {
  if (run.endedAt !== null) return judged('undone');
  if (!isLasting(run.script, candidates)) return judged('done');
  const timeouts = [...new Set(candidates.map(({ timeoutSeconds }) => timeoutSeconds))];
  const timed = timeouts.filter((seconds) => seconds > 0);
  const longest = Math.max(0, ...timed) * 1000;
  const isByHand = run.timedBy.ruleId === null;
  if (timed.length === 0) {
    const why =
      candidates.length > 0
        ? 'The response has no timeout: Wazuh never undoes it.'
        : 'No response in the configuration runs this script, and no undo was reported.';
    return judged('permanent', { why });
  }
  const isOver = now > run.renewedAt + longest + UNDO_SLACK_MS;
  if (timeouts.length === 1 && !isByHand) {
    const dueAt = run.renewedAt + longest;
    const why =
      'No undo was reported when its time was over. Its agent may have restarted, lost the report, or keep repeated offenders longer.';
    return isOver ? judged('overdue', { dueAt, why }) : judged('running', { dueAt });
  }
  if (!isOver) return judged('running', { why: 'Which timeout it runs with is not known.' });
  if (isByHand)
    return judged('permanent', { why: 'It was run by hand or through the API, and no undo was reported since.' });
  if (timeouts.includes(0))
    return judged('permanent', { why: 'One of the responses that may have run it has no timeout.' });
  return judged('overdue', { why: 'No undo was reported, though the longest timeout is over.' });
}

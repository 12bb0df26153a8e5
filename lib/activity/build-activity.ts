/*
 * Owns the list of executions: reports paired and judged, the manager's own log beside them, and what was expected. Pure.
 */
import type { ResponseReport } from '../alerts/alert-history.ts';
import type { Execution } from './execution.ts';
import { type Expected, findUnseen } from './expected-runs.ts';
import { type IsBound, type Judge, judgeRun, lastingMsOf, responsesOf } from './judge-run.ts';
import { pairReports } from './pair-reports.ts';
import type { LoggedRun } from './read-response-log.ts';

export type ActivityFacts = Omit<Expected, 'runs'> & {
  /** All that are known, in any order. */
  reports: readonly ResponseReport[];
  /** What scripts wrote on the manager itself. */
  logged: readonly LoggedRun[];
  isBound: IsBound;
  now: number;
};

/** The newest first. `isCut`: of what was expected only the newest part is told. */
export function buildActivity(facts: ActivityFacts): { executions: Execution[]; isCut: boolean } {
  const { reports, logged, responses, isBound, now, managerName } = facts;
  const all = [...reports, ...logged.flatMap((run, at) => toReport(run, at, managerName) ?? [])];
  const runs = pairReports(all, ({ script, cause }) =>
    lastingMsOf(script, responsesOf({ script, cause }, responses, isBound)),
  );
  const complaintOf = complaintsIn(logged);
  const seen = runs.map((run) => judgeRun(run, { responses, isBound, now, complaintOf }));
  const { unseen, isCut } = findUnseen({ ...facts, runs });
  const executions = [...seen, ...unseen].sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return { executions, isCut };
}

/** A run of the log as a report of agent 000; null where it does not say what it was asked. */
function toReport({ at, script, kind, cause, extraArgs }: LoggedRun, index: number, agentName: string) {
  if (kind === null) return null;
  const report: ResponseReport = {
    ...{ id: `log ${at} ${index}`, at, agentId: '000', agentName, ruleId: 0, kind, script, cause, extraArgs },
  };
  return report;
}

/** A line of the log has whole seconds only. */
const SAME_RUN_MS = 2000;

function complaintsIn(logged: readonly LoggedRun[]): Judge['complaintOf'] {
  const complaints = logged.filter(({ error }) => error !== null);
  return ({ agentId, script, causeIds, startedAt, endedAt }, kind) => {
    const around = kind === 'add' ? startedAt : endedAt;
    if (agentId !== '000') return null;
    const own = complaints.find(
      (one) =>
        one.script === script &&
        (one.kind ?? kind) === kind &&
        (one.cause.id === null
          ? around !== null && Math.abs(one.at - around) <= SAME_RUN_MS
          : causeIds.includes(one.cause.id)),
    );
    return own?.error ?? null;
  };
}

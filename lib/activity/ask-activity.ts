/*
 * Owns what a page asks of executions: those of a period that fit a filter, their counts, where it fails, what is in force.
 * Pure.
 */
import { type Execution, type ExecutionOutcome, OUTCOMES } from './execution.ts';

export type ActivityFilter = {
  /** A key of a response, "r3", or a script. Empty: all. */
  response: string;
  /** "001". */
  agent: string;
  outcome: ExecutionOutcome | '';
  /** A part of an address, a user, an agent's name, a rule's words. */
  q: string;
};

type Period = { from: number; to: number };

export const isInForce = ({ outcome }: Execution): boolean => outcome === 'running' || outcome === 'permanent';

/** Did any of it happen in the period? What is in force goes on until now. */
export function isWithin(execution: Execution, { from, to }: Period): boolean {
  const start = execution.startedAt ?? execution.endedAt ?? 0;
  const end = isInForce(execution) ? Number.POSITIVE_INFINITY : (execution.endedAt ?? start);
  return start < to && end >= from;
}

export function fitsFilter(execution: Execution, { response, agent, outcome, q }: ActivityFilter): boolean {
  const { cause, target, agentName, command, script } = execution;
  if (response !== '' && execution.response !== response && script !== response) return false;
  if (agent !== '' && execution.agentId !== agent) return false;
  if (outcome !== '' && execution.outcome !== outcome) return false;
  if (q === '') return true;
  const text = [target, agentName, command, script, cause.description, cause.ruleId, cause.id].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export type OutcomeCount = { outcome: ExecutionOutcome; count: number };

/** Every outcome, also those that did not come to pass. */
export const countOutcomes = (executions: readonly Execution[]): OutcomeCount[] =>
  OUTCOMES.map((outcome) => ({ outcome, count: executions.filter((one) => one.outcome === outcome).length }));

/** Where a script fails or is never seen. */
export type TroubledAgent = {
  agentId: string;
  agentName: string;
  script: string | null;
  failed: number;
  unseen: number;
  /** Runs of the same script there that were fine. */
  fine: number;
  /** The newest script's own words; else why, in ours. */
  said: string | null;
  why: string | null;
};

/** The most trouble first. `executions` the newest first. */
export function findTrouble(executions: readonly Execution[]): TroubledAgent[] {
  const groups = Map.groupBy(executions, ({ agentId, script }) => `${agentId} ${script}`);
  return [...groups.values()]
    .flatMap((group) => {
      const failed = group.filter(({ outcome }) => outcome === 'failed');
      const unseen = group.filter(({ outcome }) => outcome === 'unseen');
      const [worst] = [...failed, ...unseen];
      if (!worst) return [];
      const { agentId, agentName, script, why } = worst;
      const said = failed.find((one) => one.said !== null)?.said ?? null;
      const fine = group.length - failed.length - unseen.length;
      const counts = { failed: failed.length, unseen: unseen.length, fine };
      return [{ agentId, agentName, script, ...counts, said, why }];
    })
    .sort((a, b) => b.failed + b.unseen - (a.failed + a.unseen) || Number(a.agentId) - Number(b.agentId));
}

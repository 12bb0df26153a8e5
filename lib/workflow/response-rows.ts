/*
 * The list of active responses: file order, the draft worked in, deleted ones in their place. Pure.
 */
import { outcomesOf, type ResponseOutcome } from '../ossec/edit/outcome.ts';
import { findInFacts } from '../ossec/findings/find-in-facts.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import type { Config } from '../ossec/index.ts';
import type { ResponseRow, RowMark, RowState } from '../view/response-row.ts';
import { type DraftView, plannedChanges } from './draft-view.ts';
import { findCached } from './finding-cache.ts';
import type { WorkspaceFacts } from './load-facts.ts';
import { targetOf } from './merge-change.ts';
import { type Mute, splitMuted } from './mutes.ts';

const NEVER_FIRES = 'never-fires';

type Keyed = { key: string; target: string | null; changeId: string | null };

function keyOf({ block, added }: ResponseOutcome, addedIds: readonly string[]): Keyed {
  if (block && 'commented' in block)
    return { key: `c${block.commented}`, target: `commented ${block.commented}`, changeId: null };
  if (block) return { key: `r${block.index}`, target: `response ${block.index}`, changeId: null };
  const changeId = addedIds[added ?? -1] ?? null;
  return { key: `d-${changeId}`, target: null, changeId };
}

const sameFacts = (outcome: ResponseOutcome): boolean =>
  JSON.stringify(outcome.before) === JSON.stringify(outcome.after);

function markOf(outcome: ResponseOutcome): RowMark {
  if (!outcome.before) return '+';
  if (!outcome.after) return '-';
  return sameFacts(outcome) ? null : '~';
}

/** Severe findings decide the state; of several the first one gives the reason. */
function stateOf(outcome: ResponseOutcome, findings: readonly Finding[]): { state: RowState; reason: string | null } {
  const facts = outcome.after ?? outcome.before;
  const severe = findings.find(({ severity }) => severity === 'blocker' || severity === 'error');
  if (severe && !facts?.off) {
    return { state: severe.id === NEVER_FIRES ? 'never' : 'broken', reason: severe.title };
  }
  const never = findings.find(({ id }) => id === NEVER_FIRES);
  if (never && !facts?.off) return { state: 'never', reason: never.title };
  if (!outcome.before) return { state: 'new', reason: facts?.off ? 'Switched off' : null };
  return facts?.off ? { state: 'disabled', reason: null } : { state: 'active', reason: null };
}

/** One row a response. */
export function responseRows(
  config: Config,
  draft: DraftView | null,
  { facts, before, agents }: WorkspaceFacts,
  mutes: ReadonlyMap<string, Mute> = new Map(),
): ResponseRow[] {
  const changes = draft ? plannedChanges(draft) : [];
  const addedIds = changes.filter(({ change }) => change.op === 'add-response').map(({ id }) => id);
  const { responses } = outcomesOf(
    config.model,
    changes.map(({ change }) => change),
  );
  const findings = splitMuted(
    findCached('rows', config, facts, () => findInFacts(facts)),
    mutes,
  ).open;
  const names = new Map(agents.map(({ id, name }) => [Number(id), name]));
  let position = 0;
  return responses.map((outcome) => {
    const { key, target, changeId } = keyOf(outcome, addedIds);
    const index = outcome.after ? position++ : -1;
    const own = findings.filter(({ subject }) => subject.kind === 'response' && subject.index === index);
    const shown = outcome.after ?? outcome.before;
    const commands = outcome.after ? facts.commands : before.commands;
    const command = commands.find(({ name }) => name === shown?.command);
    const ids = changes.filter(({ change }) => target !== null && targetOf(change) === target).map(({ id }) => id);
    return {
      key,
      mark: markOf(outcome),
      changeIds: changeId ? [changeId] : ids,
      before: outcome.before,
      after: outcome.after,
      executable: command?.executable ?? null,
      timeoutAllowed: command?.timeoutAllowed ?? false,
      agentName: shown?.location === 'defined-agent' ? (names.get(Number(shown.agentId)) ?? null) : null,
      ...stateOf(outcome, own),
      line: outcome.block?.line ?? null,
      fingerprint: outcome.block?.fingerprint ?? null,
      findings: own,
    };
  });
}

/*
 * The draft against past alerts, for Review: each response that it changes before and after, and all of the file. Reads the
 * file as it is and as it is planned; counts nothing itself.
 */
import { backtestDraft, type DraftResponse, type FiringResponse } from '../../alerts/backtest/backtest-draft.ts';
import type { Agent } from '../../manager/manager.ts';
import { describeTrigger } from '../../ossec/describe/describe-response.ts';
import { toText } from '../../ossec/describe/phrase.ts';
import { outcomesOf, type ResponseOutcome } from '../../ossec/edit/outcome.ts';
import type { ResponseFacts } from '../../ossec/findings/finding.ts';
import { toCInt } from '../../ossec/model/c-number.ts';
import type { LoadedTrigger } from '../../ossec/trigger/rules-setting-off.ts';
import type { BacktestDays, DraftBacktestAnswer } from '../../view/backtest.ts';
import { reviewBasis } from '../restore/restored-draft.ts';
import type { Workspace } from '../workspace.ts';
import { loadSetting, plannedConfig, whiteListOf } from './load-setting.ts';

type Asked = { days: BacktestDays; adminAddress: string | null };

/** Null when the draft plans nothing. */
export async function loadDraftBacktest(
  workspace: Workspace,
  { days, adminAddress }: Asked,
): Promise<DraftBacktestAnswer | null> {
  const basis = reviewBasis(workspace);
  const after = plannedConfig(workspace);
  if (!basis || !after) return null;
  const [{ history, setting }, { agents }] = await Promise.all([
    loadSetting(workspace, adminAddress),
    workspace.manager.loadAgents(),
  ]);
  const { responses } = outcomesOf(basis.before.model, basis.asked);
  return backtestDraft(
    history,
    responses.map((outcome, at) => draftResponse(outcome, at, reachedByAll(agents))),
    days,
    { ...setting, whiteList: { before: whiteListOf(basis.before), after: whiteListOf(after) } },
  );
}

/** The programs of the responses that the draft changes, as it leaves them. */
export function plannedExecutables(workspace: Workspace): string[] {
  const basis = reviewBasis(workspace);
  const after = plannedConfig(workspace);
  if (!basis || !after) return [];
  const names = outcomesOf(basis.before.model, basis.asked).responses.flatMap((outcome) =>
    draftResponse(outcome, 0, 1).isChanged ? (outcome.after?.command ?? []) : [],
  );
  return after.model.commands.flatMap(({ name, executable }) =>
    name !== null && names.includes(name) ? (executable ?? []) : [],
  );
}

/** As the manager would load it. */
export const triggerOf = ({ level, rulesGroup, rulesId }: ResponseFacts): LoadedTrigger => ({
  level: level === null ? 0 : toCInt(level),
  rulesGroup,
  rulesId,
});

function draftResponse({ before, after }: ResponseOutcome, at: number, agents: number): DraftResponse {
  const shown = after ?? before;
  const now = firing(after, agents);
  const was = firing(before, agents);
  return {
    key: String(at),
    title: shown?.command || 'No command',
    words: shown ? toText(describeTrigger(shown)) : '',
    before: was,
    after: now,
    isChanged: JSON.stringify(was) !== JSON.stringify(now) || differs(before, after),
  };
}

const firing = (facts: ResponseFacts | null, agents: number): FiringResponse | null =>
  facts && !facts.off ? { trigger: triggerOf(facts), agentsEach: agentsEach(facts.location, agents) } : null;

/** How many agents `all` reaches: those connected now, or every one where nobody knows which are. */
export function reachedByAll(agents: readonly Pick<Agent, 'connection'>[]): number {
  const connected = agents.filter(({ connection }) => connection === 'active').length;
  return agents.every(({ connection }) => connection === 'unknown') ? agents.length : connected;
}

/** How many agents run it for one alert. */
export const agentsEach = (location: string | null, agents: number): number =>
  location !== null && /all|any/i.test(location) ? Math.max(1, agents) : 1;

const differs = (before: ResponseFacts | null, after: ResponseFacts | null): boolean =>
  before?.command !== after?.command || before?.location !== after?.location || before?.timeout !== after?.timeout;

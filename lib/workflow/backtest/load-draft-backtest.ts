/*
 * The draft against past alerts, for Review: each response that it changes before and after, and all of the file. Reads the
 * file as it is and as it is planned; counts nothing itself.
 */
import { backtestDraft } from '../../alerts/backtest/backtest-draft.ts';
import { outcomesOf } from '../../ossec/edit/outcome.ts';
import type { BacktestDays, DraftBacktestAnswer } from '../../view/backtest.ts';
import { reviewBasis } from '../restore/restored-draft.ts';
import type { Workspace } from '../workspace.ts';
import { draftResponse, reachedByAll } from './draft-responses.ts';
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

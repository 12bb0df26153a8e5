/*
 * The draft against past alerts, for Review: each response that it changes before and after, and all of the file. Reads the
 * file as it is and as it is planned; counts nothing itself.
 */
import { backtestDraft, touchedBy } from '../../alerts/backtest/backtest-draft.ts';
import { outcomesOf } from '../../ossec/edit/outcome.ts';
import { stockKindOf } from '../../ossec/findings/stock-commands.ts';
import type { Config } from '../../ossec/index.ts';
import type { BacktestDays, DraftBacktestAnswer } from '../../view/backtest.ts';
import { reviewBasis } from '../restore/restored-draft.ts';
import type { Workspace } from '../workspace.ts';
import { draftResponse, queuesOf, reachedByAll } from './draft-responses.ts';
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
    responses.map((outcome, at) =>
      draftResponse(outcome, { ...around(basis.before, after), key: String(at), agents: reachedByAll(agents) }),
    ),
    days,
    { ...setting, whiteList: whiteListsOf(basis.before, after) },
  );
}

const around = (before: Config, after: Config) => ({
  queues: { before: queuesOf(before), after: queuesOf(after) },
  executableOf: executablesOf(after),
});

/** Of two commands with one name the first counts. */
const executablesOf =
  ({ model }: Config) =>
  (command: string): string | null =>
    model.commands.find(({ name }) => name === command)?.executable ?? null;

/** Does what the draft touches, by its white list too, cut addresses off? */
export function draftBlocks(workspace: Workspace): boolean {
  const basis = reviewBasis(workspace);
  const after = plannedConfig(workspace);
  if (!basis || !after) return false;
  const { executableOf, queues } = around(basis.before, after);
  const { responses } = outcomesOf(basis.before.model, basis.asked);
  const executables = responses.map(({ after }) => executableOf(after?.command ?? '') ?? '');
  const decided = responses.map((outcome, at) =>
    draftResponse(outcome, { key: String(at), agents: 1, executableOf, queues }),
  );
  return touchedBy(decided, { whiteList: whiteListsOf(basis.before, after) }).some(
    ({ key }) => stockKindOf(executables[Number(key)] ?? '')?.blocks,
  );
}

const whiteListsOf = (before: Config, after: Config) => ({ before: whiteListOf(before), after: whiteListOf(after) });

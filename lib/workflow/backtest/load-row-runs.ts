/*
 * How often each row of the list of responses would have run in the last 7 days, the draft worked in: one question to the
 * history for all of them.
 */
import { isKnown, knownHistory } from '../../alerts/backtest/known-history.ts';
import { runsByResponse } from '../../alerts/backtest/runs-by-response.ts';
import { openAlertHistory } from '../../alerts/open-alert-history.ts';
import { unknownAgent } from '../../ossec/findings/response/unknown-agent.ts';
import type { Queues } from '../../ossec/model/verdict.ts';
import type { LoadedTrigger } from '../../ossec/trigger/rules-setting-off.ts';
import type { ResponseRow, RowRuns } from '../../view/response-row.ts';
import { loadRulesIndex } from '../load-rules-index.ts';
import type { Workspace } from '../workspace.ts';
import { fires, queuesOf, triggerOf } from './draft-responses.ts';
import { plannedConfig, whiteListOf } from './load-setting.ts';

const DAYS = 7;

/** Null while there is no history, or nobody can read it. */
export async function loadRowRuns(workspace: Workspace, rows: readonly ResponseRow[]): Promise<RowRuns | null> {
  const { manager, identity, config } = workspace;
  const planned = plannedConfig(workspace);
  if (!planned || rows.length === 0) return null;
  const history = openAlertHistory(identity);
  const [coverage, { byId }] = await Promise.all([history.loadCoverage(), loadRulesIndex(manager, config)]);
  const known = coverage.ok ? knownHistory(coverage.value, DAYS, Date.now()) : null;
  if (!known || !isKnown(known)) return null;
  const queues = queuesOf(planned);
  const triggers = rows.map((row) => sentTrigger(row, queues));
  const runs = await runsByResponse(history, triggers, {
    ...{ period: known.period, whiteList: whiteListOf(planned), byId },
  });
  if (!runs.ok) return null;
  const byKey = Object.fromEntries(rows.map(({ key }, at) => [key, triggers[at] ? (runs.value[at] ?? []) : null]));
  return { byKey, knownDays: known.knownDays, isShort: known.isShort };
}

type Sent = Pick<ResponseRow, 'after' | 'executable' | 'findings'>;

/** Null for what is never sent: nothing to an agent that is not there, or has never connected, nor for an unknown command. */
export function sentTrigger({ after, executable, findings }: Sent, queues: Queues): LoadedTrigger | null {
  if (!after || executable === null || findings.some(({ id }) => id === unknownAgent.id)) return null;
  return fires(after, queues) ? triggerOf(after) : null;
}

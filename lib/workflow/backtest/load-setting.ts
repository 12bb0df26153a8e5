/*
 * What stands around a backtest: the manager's history, its rules, the white list as the draft leaves it, and our own
 * addresses. Decides nothing.
 */
import type { AlertHistory } from '../../alerts/alert-history.ts';
import type { BacktestSetting } from '../../alerts/backtest/backtest-response.ts';
import { logAlertLevel } from '../../alerts/backtest/log-alert-level.ts';
import { openAlertHistory } from '../../alerts/open-alert-history.ts';
import type { Config } from '../../ossec/index.ts';
import type { RulesIndex } from '../../ruleset/rules-index.ts';
import { loadRulesIndex } from '../load-rules-index.ts';
import { loadOwnAddresses } from '../own-addresses.ts';
import type { Workspace } from '../workspace.ts';

export type LoadedSetting = { history: AlertHistory; setting: BacktestSetting & { rules: RulesIndex } };

export const whiteListOf = ({ model }: Pick<Config, 'model'>): string[] =>
  model.whiteList.map(({ address }) => address);

/** The file as the draft leaves it; as it is where there is no draft. */
export const plannedConfig = ({ config, draft }: Pick<Workspace, 'config' | 'draft'>): Config | null =>
  draft?.plan.ok ? draft.plan.after : config;

/** `adminAddress` is the request's. */
export async function loadSetting(workspace: Workspace, adminAddress: string | null): Promise<LoadedSetting> {
  const { manager, identity } = workspace;
  const config = plannedConfig(workspace);
  const [rules, own] = await Promise.all([
    loadRulesIndex(manager, workspace.config),
    loadOwnAddresses(workspace, adminAddress),
  ]);
  return {
    history: openAlertHistory(identity),
    setting: {
      rules,
      own,
      whiteList: config ? whiteListOf(config) : [],
      logLevel: config ? logAlertLevel(config) : 0,
      now: Date.now(),
    },
  };
}

/*
 * The alerts that should have set a response off, as far as that can be told: responses that the manager sends, read and in
 * force since they are what they are, in a history that is whole. Says in `note` what it leaves out.
 */
import type { LiveResponse } from '../activity/live-responses.ts';
import { REPORT_LEVEL, readAlertSettings } from '../activity/read-alert-settings.ts';
import type { AlertHistory, Coverage, PastAlert, Period } from '../alerts/alert-history.ts';
import type { RunningResponse } from '../manager/manager.ts';
import type { Config } from '../ossec/index.ts';
import { toTest } from '../ossec/trigger/rules-setting-off.ts';
import type { RulesIndex } from '../ruleset/rules-index.ts';
import { loadManagerState, type ManagerState } from './manager-state.ts';
import { responsesSince } from './responses-since.ts';
import type { Workspace } from './workspace.ts';

/** Alerts that are compared with reports. */
const MAX_ALERTS = 5000;

export type ExpectedAlerts = {
  alerts: PastAlert[];
  firesOn: (response: LiveResponse, alert: PastAlert) => boolean;
  /** What can't be told, and why; null when nothing is left out. */
  note: string | null;
};

const none = (note: string | null): ExpectedAlerts => ({ alerts: [], firesOn: () => false, note });

type Facts = {
  history: AlertHistory;
  coverage: Coverage | null;
  config: Config | null;
  running: readonly RunningResponse[] | null;
  responses: readonly LiveResponse[];
  rules: RulesIndex;
  /** Nothing before is asked for. */
  from: number;
};

export async function loadExpected(workspace: Workspace, facts: Facts): Promise<ExpectedAlerts> {
  const { coverage, config, running, responses, from } = facts;
  if (!coverage || coverage.to === null || !config || !workspace.file) return none(null);
  // Of a part of the alerts the reports may be in another part.
  if (coverage.state.kind !== 'ready') return none('What was expected and not seen is told when all alerts are in.');
  if (readAlertSettings(config).logLevel > REPORT_LEVEL)
    return none(`Reports of scripts have level ${REPORT_LEVEL}, and log_alert_level keeps them out of the alerts.`);
  const state = await loadManagerState(workspace);
  const { sync } = state;
  if (sync.state === 'restart-pending' && running === null)
    return none('The manager has not read the file that is on disk: what it is expected to run is not known.');
  const inForce = inForceSince(workspace, config, state);
  const sent = responses.filter((response) => isSent(response, config, true) || isSent(response, config, false));
  const found = await loadFiring(facts, { from, to: coverage.to + 1 }, sent);
  const whole = found.more ? `Only the newest ${MAX_ALERTS.toLocaleString('en-US')} alerts are compared.` : null;
  const firesOn: typeof found.firesOn = (response, alert) =>
    found.firesOn(response, alert) &&
    alert.at >= inForce.of(response.block) &&
    !inForce.wasSpared(alert.at, alert.srcip) &&
    isSent(response, config, alert.agentId === '000');
  const newer = sent.filter(({ block }) => inForce.of(block) > from);
  return { ...found, firesOn, note: newer.length > 0 ? newerNote(newer) : whole };
}

export type InForce = {
  /** Since when the manager follows the response of the block: from the start that read it. 0: no other is known. */
  of: (block: number | null) => number;
  wasSpared: (at: number, srcip: string | null) => boolean;
};

export function inForceSince({ database, file }: Workspace, config: Config, { startedAt }: Started): InForce {
  const story = file && responsesSince(database, config, file.sha256);
  const of = (block: number | null) => {
    const changedAt = story && block !== null ? story.of(block) : null;
    return changedAt === null ? 0 : Math.max(changedAt, startedAt ?? changedAt);
  };
  return { of, wasSpared: (at, srcip) => story?.wasSpared(at, srcip) ?? false };
}

const MAX_NAMED = 3;

function newerNote(newer: readonly LiveResponse[]): string {
  const names = [...new Set(newer.map(({ command }) => command))];
  const named = names.slice(0, MAX_NAMED).join(', ');
  const which = names.length > MAX_NAMED ? `${named} and ${names.length - MAX_NAMED} more` : named;
  return `Missing runs of ${which} are told only since the last change of ${newer.length === 1 ? 'that response' : 'those responses'}.`;
}

type Started = Pick<ManagerState, 'startedAt'>;

/** A response of the file that the manager does not send is not expected to run (wazuh-facts §2.4). */
const isSent = ({ place }: LiveResponse, { verdict }: Config, isOfManager: boolean): boolean =>
  place === 'server' || (place === 'local' && isOfManager)
    ? verdict.queues.local && !verdict.execd.disabled
    : verdict.queues.remote;

type Firing = Pick<ExpectedAlerts, 'alerts' | 'firesOn'> & { more: boolean };
const NO_ALERTS: Firing = { alerts: [], firesOn: () => false, more: false };

/** The alerts of all rules that set off any of the responses. */
async function loadFiring(
  { history, rules }: Pick<Facts, 'history' | 'rules'>,
  period: Period,
  responses: readonly LiveResponse[],
): Promise<Firing> {
  if (period.from >= period.to || responses.length === 0) return NO_ALERTS;
  const variants = await history.loadVariants(period);
  if (!variants.ok) return NO_ALERTS;
  const tests = responses.map((response) => ({ response, test: toTest(response) }));
  const firing = new Map(
    variants.value.flatMap(({ key, ruleId, level, groups }) => {
      const rule = rules.byId.get(ruleId) ?? { id: ruleId, level, groups };
      const set = new Set(tests.filter(({ test }) => test(rule)).map(({ response }) => response));
      return set.size > 0 ? [[key, set] as const] : [];
    }),
  );
  if (firing.size === 0) return NO_ALERTS;
  const query = { period, variants: [...firing.keys()], whiteList: [], limit: MAX_ALERTS };
  const loaded = await history.loadAlerts(query);
  if (!loaded.ok) return NO_ALERTS;
  return { ...loaded.value, firesOn: (response, { variant }) => firing.get(variant)?.has(response) ?? false };
}

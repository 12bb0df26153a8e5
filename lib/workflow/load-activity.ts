/*
 * What really ran: the reports of the alert history and the manager's own log, judged by the responses in force. One look, of
 * bounded size; what could not be looked at is said in `notes`.
 */
import { buildActivity } from '../activity/build-activity.ts';
import type { Execution } from '../activity/execution.ts';
import { GRACE_MS } from '../activity/expected-runs.ts';
import { type LiveResponse, liveResponses } from '../activity/live-responses.ts';
import { REPORT_LEVEL, readAlertSettings } from '../activity/read-alert-settings.ts';
import { readResponseLog } from '../activity/read-response-log.ts';
import type { AlertHistory, Coverage, PastAlert, Period, ResponseReport } from '../alerts/alert-history.ts';
import { openAlertHistory } from '../alerts/open-alert-history.ts';
import type { Agent, ManagerFailure } from '../manager/manager.ts';
import type { Config } from '../ossec/index.ts';
import { toTest } from '../ossec/trigger/rules-setting-off.ts';
import type { RulesIndex } from '../ruleset/rules-index.ts';
import { loadRulesIndex } from './load-rules-index.ts';
import { sameResponsesSince } from './same-responses-since.ts';
import { onDiskOf, type Workspace } from './workspace.ts';

/** Reports are paired all at once: what is older than so many is left out. */
const MAX_REPORTS = 5000;
/** Alerts that are compared with reports. */
const MAX_ALERTS = 5000;

export type LoadedActivity = {
  /** Null when the history can't be asked: then `failure` says why. */
  coverage: Coverage | null;
  failure: ManagerFailure | null;
  /** The newest first; of the whole time that is known. */
  executions: Execution[];
  responses: LiveResponse[];
  agents: Agent[];
  /** alerts.json is switched off in the file. */
  jsonOff: boolean;
  /** What is not in, a sentence each. */
  notes: string[];
  now: number;
};

/** Everything that is known, expected runs from `expectedFrom` on only. */
export async function loadActivity(workspace: Workspace, expectedFrom: number): Promise<LoadedActivity> {
  const { manager, database, identity } = workspace;
  const now = Date.now();
  const config = onDiskOf(workspace);
  const history = openAlertHistory(identity);
  const [{ agents }, scripts, log, running, covered] = await Promise.all([
    manager.loadAgents(),
    manager.loadScripts(),
    manager.loadResponseLog(),
    manager.loadRunningResponses(),
    history.loadCoverage(),
  ]);
  const coverage = covered.ok ? covered.value : null;
  const known: Period = { from: coverage?.from ?? now, to: (coverage?.to ?? now) + 1 };
  const responses = config ? liveResponses(config, running) : [];
  const rules = await loadRulesIndex(manager, config);
  const reports = coverage ? await loadReports(history, known) : NO_REPORTS;
  const since = config && workspace.file ? sameResponsesSince(database, config, workspace.file.sha256) : null;
  const asked = { from: Math.max(known.from, expectedFrom, since ?? 0, reports.from), to: known.to };
  const sent = config ? responses.filter((response) => isSent(response, config)) : [];
  const settings = config && readAlertSettings(config);
  const areSeen = settings === null || settings.logLevel <= REPORT_LEVEL;
  const found =
    coverage && areSeen ? await loadAlertsFor(history, { period: asked, responses: sent, rules }) : NO_ALERTS;
  const { executions } = buildActivity({
    ...{ reports: reports.reports, logged: readResponseLog(log ?? []), agents, now, managerName: identity.hostname },
    ...{ responses, alerts: found.alerts, scripts: scripts.ok ? scripts.value : null },
    whiteList: config?.model.whiteList.map(({ address }) => address) ?? [],
    isBound: boundBy(rules),
    firesOn: (response, alert) => sent.includes(response) && found.firesOn(response, alert),
    until: Math.min(now, coverage?.state.kind === 'ready' ? now : known.to) - GRACE_MS,
  });
  const notes = [
    ...(coverage?.notes ?? []),
    ...(reports.more ? [`Only the newest ${MAX_REPORTS.toLocaleString('en-US')} reports are looked at.`] : []),
    ...(found.more ? [`Only the newest ${MAX_ALERTS.toLocaleString('en-US')} alerts are compared with reports.`] : []),
    ...(areSeen
      ? []
      : [`Reports of scripts have level ${REPORT_LEVEL}, and log_alert_level keeps them out of the alerts.`]),
    ...(since !== null && since > expectedFrom
      ? ['What was expected is told since the responses last changed: what ran before followed other ones.']
      : []),
    ...(log === null ? ["The manager's own active-responses.log cannot be read."] : []),
  ];
  const jsonOff = settings?.writesJson === false;
  return { coverage, failure: covered.ok ? null : covered.failure, executions, responses, agents, jsonOff, notes, now };
}

const NO_REPORTS = { reports: [] as ResponseReport[], more: false, from: 0 };
type Found = { alerts: PastAlert[]; more: boolean; firesOn: (response: LiveResponse, alert: PastAlert) => boolean };
const NO_ALERTS: Found = { alerts: [], more: false, firesOn: () => false };

async function loadReports(history: AlertHistory, period: Period): Promise<typeof NO_REPORTS> {
  const loaded = await history.loadReports({ period, limit: MAX_REPORTS });
  if (!loaded.ok) return NO_REPORTS;
  const { reports, more } = loaded.value;
  return { reports, more, from: more ? (reports.at(-1)?.at ?? 0) : 0 };
}

/** A response of the file that the manager does not send is not expected to run (wazuh-facts §2.4). */
const isSent = ({ place }: LiveResponse, { verdict }: Config): boolean =>
  place === 'server' ? verdict.queues.local && !verdict.execd.disabled : verdict.queues.remote;

/** Does a rule, as the manager has it now, set the response off? Asked for the same few many times. */
function boundBy(rules: RulesIndex): (response: LiveResponse, ruleId: number) => boolean {
  const tests = new Map<LiveResponse, ReturnType<typeof toTest>>();
  return (response, ruleId) => {
    const rule = rules.byId.get(ruleId);
    if (!rule) return false;
    const test = tests.get(response) ?? toTest(response);
    tests.set(response, test);
    return test(rule);
  };
}

type Asked = { period: Period; responses: readonly LiveResponse[]; rules: RulesIndex };

/** The alerts of all rules that set off any of the responses. */
async function loadAlertsFor(history: AlertHistory, { period, responses, rules }: Asked): Promise<Found> {
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

/*
 * What really ran: the reports of the alert history and the manager's own log, judged by the responses in force. One look, of
 * bounded size; what could not be looked at is said in `notes`.
 */
import { buildActivity } from '../activity/build-activity.ts';
import type { Execution } from '../activity/execution.ts';
import { GRACE_MS } from '../activity/expected-runs.ts';
import { type LiveResponse, liveResponses } from '../activity/live-responses.ts';
import { readAlertSettings } from '../activity/read-alert-settings.ts';
import { readResponseLog } from '../activity/read-response-log.ts';
import type { AlertHistory, Coverage, Period, ResponseReport } from '../alerts/alert-history.ts';
import { openAlertHistory } from '../alerts/open-alert-history.ts';
import type { Agent, ManagerFailure } from '../manager/manager.ts';
import { toTest } from '../ossec/trigger/rules-setting-off.ts';
import type { RulesIndex } from '../ruleset/rules-index.ts';
import { loadExpected } from './load-expected.ts';
import { loadRulesIndex } from './load-rules-index.ts';
import { onDiskOf, type Workspace } from './workspace.ts';

/** Reports are paired all at once: what is older than so many is left out. */
const MAX_REPORTS = 5000;

export type LoadedActivity = {
  /** Null when the history can't be asked: then `failure` says why. */
  coverage: Coverage | null;
  failure: ManagerFailure | null;
  /** The newest first; of the whole time that is known. */
  executions: Execution[];
  responses: LiveResponse[];
  agents: Agent[];
  /** Before it some reports are left out; 0 when none are. */
  reportsFrom: number;
  /** alerts.json is switched off in the file. */
  jsonOff: boolean;
  /** What is not in, a sentence each. */
  notes: string[];
  now: number;
};

/** Everything that is known, expected runs from `expectedFrom` on only. */
export async function loadActivity(workspace: Workspace, expectedFrom: number): Promise<LoadedActivity> {
  const { manager, identity } = workspace;
  const now = Date.now();
  const config = onDiskOf(workspace);
  const history = openAlertHistory(identity);
  const [{ agents }, scripts, log, running, covered, rules] = await Promise.all([
    manager.loadAgents(),
    manager.loadScripts(),
    manager.loadResponseLog(),
    manager.loadRunningResponses(),
    history.loadCoverage(),
    loadRulesIndex(manager, config),
  ]);
  const coverage = covered.ok ? covered.value : null;
  const responses = config ? liveResponses(config, running) : [];
  const reports = await loadReports(history, coverage);
  const from = Math.max(expectedFrom, reports.from);
  const expected = await loadExpected(workspace, { history, coverage, config, running, responses, rules, from });
  const { executions, isCut } = buildActivity({
    ...{ reports: reports.reports, logged: readResponseLog(log ?? []), agents, now, managerName: identity.hostname },
    ...{ responses, alerts: expected.alerts, firesOn: expected.firesOn, until: now - GRACE_MS },
    scripts: scripts.ok ? scripts.value : null,
    whiteList: config?.model.whiteList.map(({ address }) => address) ?? [],
    isBound: boundBy(rules),
  });
  const notes = [
    ...(coverage?.notes ?? []),
    ...(reports.more ? [`Only the newest ${MAX_REPORTS.toLocaleString('en-US')} reports are looked at.`] : []),
    ...(expected.note === null ? [] : [expected.note]),
    ...(isCut ? ['Much was expected and not seen: only the newest part is told.'] : []),
    ...(log === null ? ["The manager's own active-responses.log cannot be read."] : []),
  ];
  const failure = covered.ok ? null : covered.failure;
  const jsonOff = config !== null && !readAlertSettings(config).writesJson;
  return { coverage, failure, executions, responses, agents, reportsFrom: reports.from, jsonOff, notes, now };
}

const NO_REPORTS = { reports: [] as ResponseReport[], more: false, from: 0 };

/** The newest ones of the whole time that is known; `from`: before it some are left out. */
async function loadReports(history: AlertHistory, coverage: Coverage | null): Promise<typeof NO_REPORTS> {
  if (coverage?.from === null || coverage?.to === null || !coverage) return NO_REPORTS;
  const period: Period = { from: coverage.from, to: coverage.to + 1 };
  const loaded = await history.loadReports({ period, limit: MAX_REPORTS });
  if (!loaded.ok) return NO_REPORTS;
  const { reports, more } = loaded.value;
  return { reports, more, from: more ? (reports.at(-1)?.at ?? 0) : 0 };
}

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

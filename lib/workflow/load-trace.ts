/*
 * The chain of one alert to every response of the file: all facts in one look. Alerts to choose from, too.
 */
import type { AlertHistory, PastAlert, Period } from '../alerts/alert-history.ts';
import { openAlertHistory } from '../alerts/open-alert-history.ts';
import { readAlert } from '../alerts/read-alert.ts';
import type { ManagerFailure } from '../manager/manager.ts';
import type { Trace, TracedAlert } from '../trace/trace.ts';
import { traceAll } from '../trace/trace-response.ts';
import { loadActivity } from './load-activity.ts';
import { inForceSince } from './load-expected.ts';
import { loadRulesIndex } from './load-rules-index.ts';
import type { ManagerState } from './manager-state.ts';
import { whySilent } from './why-silent.ts';
import { onDiskOf, type Workspace } from './workspace.ts';

export type FoundAlert = { alert: TracedAlert | null; failure: ManagerFailure | null };

/** The alert with that id; null when no file has it. */
export async function findTracedAlert({ identity }: Workspace, id: string): Promise<FoundAlert> {
  const found = await openAlertHistory(identity).findAlert(id);
  if (!found.ok) return { alert: null, failure: found.failure };
  return { alert: found.value === null ? null : readAlert(found.value), failure: null };
}

/** The way to each response, those that come furthest first; none without a file. */
export async function loadTraces(
  workspace: Workspace,
  { daemons, sync, startedAt }: Pick<ManagerState, 'daemons' | 'sync' | 'startedAt'>,
  { alert, follow }: { alert: TracedAlert; follow: string | null },
): Promise<Trace[]> {
  const { manager } = workspace;
  const config = onDiskOf(workspace);
  if (!config) return [];
  const [activity, { agents, note }, scripts, running, rules] = await Promise.all([
    loadActivity(workspace, Date.now()),
    manager.loadAgents(),
    manager.loadScripts(),
    manager.loadRunningResponses(),
    loadRulesIndex(manager, config),
  ]);
  const inForce = inForceSince(workspace, config, { startedAt });
  const isCovered = activity.coverage !== null && activity.coverage.alerts > 0;
  return traceAll({
    ...{ alert, follow, config, daemons, running, agents, agentNote: note, now: activity.now },
    rules: rules.rules.length > 0 ? rules : null,
    restartPending: sync.state === 'restart-pending',
    scripts: scripts.ok ? scripts.value : null,
    executions: isCovered ? activity.executions : null,
    silence: whySilent(alert.at, { ...activity, config }),
    isNewer: ({ index }) => alert.at !== null && alert.at < inForce.of(index),
  });
}

/** Alerts that a search looks through, and how many of them are shown. */
const SEARCHED = 2000;
const SHOWN = 25;
/** Reports of responses are no alerts that anybody asks about. */
const REPORTS = /^6(0[0-7]|5[0-8])$/;

export type AlertChoice = { alerts: PastAlert[]; known: number; failure: ManagerFailure | null };

/** The newest alerts that fit the words. */
export async function loadAlertChoice({ identity }: Workspace, search: string): Promise<AlertChoice> {
  const history = openAlertHistory(identity);
  const covered = await history.loadCoverage();
  if (!covered.ok) return { alerts: [], known: 0, failure: covered.failure };
  const { from, to, alerts: known } = covered.value;
  if (from === null || to === null) return { alerts: [], known, failure: null };
  const found = await loadNewest(history, { from, to: to + 1 }, search === '' ? SHOWN : SEARCHED);
  if (!found.ok) return { alerts: [], known, failure: found.failure };
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ id, ruleId, description, agentId, agentName, address, user }: PastAlert) => {
    const text = [id, ruleId, description, agentId, agentName, address, user].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return { alerts: found.value.alerts.filter(fits).slice(0, SHOWN), known, failure: null };
}

async function loadNewest(history: AlertHistory, period: Period, limit: number) {
  const variants = await history.loadVariants(period);
  if (!variants.ok) return variants;
  const asked = variants.value.filter(({ ruleId }) => !REPORTS.test(String(ruleId))).map(({ key }) => key);
  return history.loadAlerts({ period, variants: asked, whiteList: [], limit });
}

/*
 * Owns how reports become runs: a delete ends the add of the same alert, agent and script; an add while the block is in force
 * renews it (wazuh-facts §4.3, §5.4). Pure; does not know what a run is worth.
 */
import type { ResponseReport } from '../alerts/alert-history.ts';
import { targetOf } from './target-of.ts';

export type Cause = ResponseReport['cause'];

export type Run = {
  /** Of the report that opened it. */
  id: string;
  agentId: string;
  agentName: string;
  script: string | null;
  target: string | null;
  /** Null: the block began before what is known. */
  startedAt: number | null;
  /** The last add: what the time of the block counts from. */
  renewedAt: number;
  renewals: number;
  /** Null while no undo was reported. */
  endedAt: number | null;
  /** What set it off first. */
  cause: Cause;
  /** What set its timer last: an add while it is in force replaces the time of the one before. */
  timedBy: Cause;
  /** Every alert that set it off or renewed it. */
  causeIds: string[];
  /** Reported that the firewall of the host is off (rule 658). */
  firewallOff: boolean;
};

/** How long the block of an add is in force, in milliseconds: 0 for what is never undone and blocks nothing. */
export type LastingMs = (report: ResponseReport) => number;

/** An undo comes some time after it is due: execd works one thing after another. */
export const UNDO_SLACK_MS = 120_000;
/** Between the start of a script and what it says of the firewall. */
const FIREWALL_WITHIN_MS = 60_000;

const blockKey = ({ agentId, script, target }: Pick<Run, 'agentId' | 'script' | 'target'>): string =>
  JSON.stringify([agentId, script, target]);

/** In the order of their start. `reports` in any order; the same thing said twice counts once. */
export function pairReports(reports: readonly ResponseReport[], lastingMs: LastingMs): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  const byCause = new Map<string, Run>();
  const said = new Set<string>();
  const lastsUntil = new Map<Run, number>();
  const causeKey = ({ agentId, script, cause }: Pick<ResponseReport, 'agentId' | 'script' | 'cause'>) =>
    cause.id === null ? null : JSON.stringify([agentId, script, cause.id]);

  const add = (report: ResponseReport, run: Run) => {
    const known = open.get(blockKey(run));
    const lasting = lastingMs(report);
    // The same script on the same target is one block with one timer, whichever response added to it (M18).
    const isInForce = known && report.at <= (lastsUntil.get(known) ?? 0) + UNDO_SLACK_MS;
    const renewed = lasting > 0 && isInForce ? known : null;
    lastsUntil.set(renewed ?? run, report.at + lasting);
    if (renewed)
      Object.assign(renewed, { renewedAt: report.at, renewals: renewed.renewals + 1, timedBy: report.cause });
    else runs.push(run);
    if (report.cause.id !== null) renewed?.causeIds.push(report.cause.id);
    const cause = causeKey(report);
    if (cause) byCause.set(cause, renewed ?? run);
    open.set(blockKey(run), renewed ?? run);
  };
  const end = (report: ResponseReport, run: Run) => {
    const cause = causeKey(report);
    const known = (cause && byCause.get(cause)) || open.get(blockKey(run));
    // Lifted by hand before its time was over: what is undone once more was undone then.
    if (known) known.endedAt ??= report.at;
    else runs.push({ ...run, startedAt: null, endedAt: report.at });
    const key = blockKey(known ?? run);
    // A block that began since stays.
    if (!known || open.get(key) === known) open.delete(key);
  };

  for (const report of reports.toSorted((a, b) => a.at - b.at)) {
    if (report.kind === 'firewall-off') {
      markFirewallOff(runs, report);
      continue;
    }
    const key = causeKey(report);
    const once = key && `${report.kind} ${key}`;
    if (once && said.has(once)) continue;
    if (once) said.add(once);
    (report.kind === 'add' ? add : end)(report, startRun(report));
  }
  return runs.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
}

const startRun = ({ id, at, agentId, agentName, script, cause }: ResponseReport): Run => ({
  ...{ id, agentId, agentName, script, cause, timedBy: cause },
  target: targetOf(script ?? '', cause),
  ...{ startedAt: at, renewedAt: at, renewals: 0, endedAt: null, firewallOff: false },
  causeIds: cause.id === null ? [] : [cause.id],
});

function markFirewallOff(runs: Run[], report: ResponseReport): void {
  const same = runs.findLast(
    ({ agentId, script, renewedAt }) =>
      agentId === report.agentId &&
      (report.script === null || script === report.script) &&
      Math.abs(report.at - renewedAt) <= FIREWALL_WITHIN_MS,
  );
  if (same) same.firewallOff = true;
  else runs.push({ ...startRun(report), firewallOff: true });
}

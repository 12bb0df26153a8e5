/*
 * Owns which timed blocks are probably in force: what the scripts reported, newest word last (wazuh-facts §4.5, §9.2).
 * Nothing tells for sure: a report may be missing, and a block may have been lifted by hand.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readResponseLog } from '../../activity/read-response-log.ts';
import { lackOf, targetOf } from '../../activity/target-of.ts';
import type { ResponseReport } from '../../alerts/alert-history.ts';
import { readAlert } from '../../alerts/read-alert.ts';
import type { PendingBlock } from '../manager.ts';
import { type ArEntry, parseArConf } from './parse-ar-conf.ts';
import { readTail } from './read-tail.ts';

type BlockReport = Pick<ResponseReport, 'at' | 'agentId'> & {
  isAdded: boolean;
  agentName: string | null;
  script: string;
  target: string;
};

/** The oldest first; null when neither the alerts nor the manager's own log of responses can be read. */
export async function loadPendingBlocks(directory: string, now = Date.now()): Promise<PendingBlock[] | null> {
  const [alerts, log, arConf] = await Promise.all([
    readTail(join(directory, 'logs/alerts/alerts.json')),
    readTail(join(directory, 'logs/active-responses.log')),
    readFile(join(directory, 'etc/shared/ar.conf'), 'utf8').catch(() => ''),
  ]);
  if (!alerts && !log) return null;
  const reports = [...reportsOfAlerts(alerts ?? []), ...reportsOfLog(log ?? [])];
  return findPendingBlocks(reports, parseArConf(arConf), now);
}

function reportsOfAlerts(lines: readonly string[]): BlockReport[] {
  return lines.flatMap((line) => {
    // Most lines: not worth parsing.
    const report = line.includes('"active-response/bin/') ? readAlert(line)?.report : null;
    if (!report || report.kind === 'firewall-off') return [];
    return toBlock({ ...report, isAdded: report.kind === 'add' }) ?? [];
  });
}

const reportsOfLog = (lines: readonly string[]): BlockReport[] =>
  readResponseLog(lines).flatMap(
    ({ kind, ...run }) => (kind && toBlock({ ...run, isAdded: kind === 'add', agentId: '000', agentName: null })) || [],
  );

type Said = Pick<ResponseReport, 'at' | 'agentId' | 'script' | 'cause'> & Pick<BlockReport, 'isAdded' | 'agentName'>;

function toBlock({ at, agentId, agentName, isAdded, script, cause }: Said): BlockReport | null {
  // What is no address was never blocked.
  const target = script && lackOf(script, cause) === null ? targetOf(script, cause) : null;
  return script && target ? { at, agentId, agentName, isAdded, script, target } : null;
}

type Found = { block: PendingBlock; endsBy: number };

/** Added, not deleted since, and its time not over. Of one target on one agent a script has one block (M18). */
function findPendingBlocks(reports: BlockReport[], entries: ArEntry[], now: number): PendingBlock[] {
  const found = new Map<string, Found>();
  const names = new Map<string, string>();
  for (const report of reports.toSorted((a, b) => a.at - b.at)) {
    if (report.agentName) names.set(report.agentId, report.agentName);
    const key = JSON.stringify([report.agentId, report.script, report.target]);
    found.delete(key);
    const block = report.isAdded ? readBlock(report, entries) : null;
    if (block) found.set(key, block);
  }
  return [...found.values()]
    .filter(({ endsBy }) => endsBy > now)
    .map(({ block }) => ({ ...block, agentName: names.get(block.agentId) ?? null }));
}

/**
 * A report does not say which timeout it runs with: the entries of ar.conf for its script do. With several, the end is
 * not known and the longest counts. Null for a script without a timeout: what it does stays, and no restart lifts it.
 */
function readBlock({ at, agentId, script, target }: BlockReport, entries: ArEntry[]): Found | null {
  const timed = entries.filter(({ executable, timeoutSeconds }) => executable === script && timeoutSeconds > 0);
  const timeouts = [...new Set(timed.map(({ timeoutSeconds }) => timeoutSeconds))];
  const commands = [...new Set(timed.map(({ command }) => command))];
  if (timeouts.length === 0) return null;
  const endsBy = at + Math.max(...timeouts) * 1000;
  const until = timeouts.length === 1 ? endsBy : null;
  const command = commands.length === 1 && commands[0] ? commands[0] : script;
  return { block: { agentId, agentName: null, command, target, since: at, until }, endsBy };
}

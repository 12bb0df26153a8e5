/*
 * The most blocks in force at once. A run on an agent against a target is a block for the timeout; a repeated run before its
 * end renews it (wazuh-facts §4.3). Pure.
 */
import type { PastAlert, Peak, PeakQuery } from './alert-history.ts';

type Run = Pick<PastAlert, 'at' | 'agentId' | 'address' | 'user'>;

/** Null when no run has a target. A timeout of 0 never ends. */
export function peakOfBlocks(
  runs: readonly Run[],
  { timeoutSeconds, key }: Pick<PeakQuery, 'timeoutSeconds' | 'key'>,
): Peak {
  const length = timeoutSeconds > 0 ? timeoutSeconds * 1000 : Number.POSITIVE_INFINITY;
  const ends = new Map<string, number>();
  const steps: { at: number; by: number }[] = [];
  for (const run of runs.toSorted((a, b) => a.at - b.at)) {
    const target = key === 'address' ? run.address : run.user;
    if (target === null) continue;
    const block = JSON.stringify([run.agentId, target]);
    const end = ends.get(block);
    if (end === undefined || end <= run.at) steps.push({ at: run.at, by: 1 });
    if (end !== undefined && end <= run.at) steps.push({ at: end, by: -1 });
    ends.set(block, run.at + length);
  }
  for (const end of ends.values()) if (Number.isFinite(end)) steps.push({ at: end, by: -1 });
  let blocks = 0;
  let peak: Peak = null;
  // What ends at an instant is gone before what starts at it.
  for (const { at, by } of steps.sort((a, b) => a.at - b.at || a.by - b.by)) {
    blocks += by;
    if (peak === null || blocks > peak.blocks) peak = { at, blocks, exact: true };
  }
  return peak;
}

/*
 * Owns how counts travel between processes: a bucket's numbers as columns, each variant's key once. As objects they would take
 * longer to send than to count. Pure; the server unpacks.
 */
import type { HistoryCounts } from '../../alert-history.ts';

export type PackedCounts = Omit<HistoryCounts, 'byTime'> & {
  byTime: { keys: string[]; at: Float64Array; key: Uint32Array; alerts: Uint32Array; runs: Uint32Array };
};

export function unpackCounts({ byTime: packed, ...counts }: PackedCounts): HistoryCounts {
  const { keys, at, key, alerts, runs } = packed;
  const byTime: HistoryCounts['byTime'] = new Array(at.length);
  for (let index = 0; index < at.length; index += 1) {
    byTime[index] = {
      at: at[index] as number,
      variant: keys[key[index] as number] as string,
      alerts: alerts[index] as number,
      runs: runs[index] as number,
    };
  }
  return { ...counts, byTime };
}

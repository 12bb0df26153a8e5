/*
 * Owns the alerts and reports that are shown one by one: read from the index, the newest first. The id says which alert of an
 * instant comes first.
 */
import type { AlertsQuery, PastAlert, ReportQuery, ResponseReport } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import { loadRows } from '../store/load-index.ts';
import { ID } from '../store/schema.ts';
import { wantedVariants } from './order.ts';

type Row = [at: number, id: string, variant: number, agent: number, source: number, user: number, description: number];

export async function loadAlerts(
  index: AlertIndex,
  query: AlertsQuery & { limit: number },
): Promise<{ alerts: PastAlert[]; more: boolean }> {
  const { words, file } = index;
  const { places } = wantedVariants(words, query.variants);
  const numbers = [...places.keys()].filter((number) => (places[number] as number) >= 0);
  if (numbers.length === 0) return { alerts: [], more: false };
  const from = newestPart(index, { ...query, numbers });
  const rows = await loadRows<Row>(
    file.reader,
    `SELECT ms, ${ID} AS id, variant, agent, source, account, description FROM events
     WHERE ms >= ${double(from)} AND ms < ${double(query.period.to)} AND variant IN (${numbers.join()})
     ORDER BY ms DESC, id DESC LIMIT ${Math.floor(query.limit) + 1}`,
  );
  const alerts = rows.slice(0, query.limit).map((row) => toAlert(index, row));
  return { alerts, more: rows.length > query.limit };
}

/** Where the newest segments hold enough, older ones need not be read: they have nothing newer than these begin with. */
function newestPart(
  { segments }: AlertIndex,
  { period, numbers, limit }: AlertsQuery & { numbers: readonly number[]; limit: number },
): number {
  const inside = [...segments.values()].filter(({ first, last }) => first >= period.from && last < period.to);
  let [found, from] = [0, Number.POSITIVE_INFINITY];
  for (const { first, counts } of inside.sort((a, b) => b.last - a.last)) {
    from = Math.min(from, first);
    for (const number of numbers) found += counts[number] ?? 0;
    if (found > limit) return from;
  }
  return period.from;
}

function toAlert({ words }: AlertIndex, [at, id, variant, agent, source, user, description]: Row): PastAlert {
  const { key = '', ruleId = 0, level = 0 } = words.variants.entries[variant] ?? {};
  const { address = null, srcip = null } = words.sources.entries[source] ?? {};
  return {
    ...{ id, at, variant: key, ruleId, level },
    description: words.descriptions.entries[description]?.text ?? '',
    agentId: words.agents.entries[agent]?.id ?? '',
    agentName: words.agents.entries[agent]?.name ?? '',
    ...{ address, srcip, user: words.users.entries[user]?.name ?? null },
  };
}

export async function loadReports(
  { file }: AlertIndex,
  { period, limit }: ReportQuery,
): Promise<{ reports: ResponseReport[]; more: boolean }> {
  const rows = await loadRows<[string]>(
    file.reader,
    `SELECT report FROM reports WHERE ms >= ${double(period.from)} AND ms < ${double(period.to)}
     ORDER BY ms DESC, id DESC LIMIT ${Math.floor(limit) + 1}`,
  );
  const reports = rows.slice(0, limit).map(([report]) => JSON.parse(report) as ResponseReport);
  return { reports, more: rows.length > limit };
}

/** A number as SQL; the ends of time are far enough away. */
function double(value: number): string {
  if (Number.isNaN(value)) return '0';
  return `CAST(${Math.max(-1e300, Math.min(1e300, value)).toString()} AS DOUBLE)`;
}

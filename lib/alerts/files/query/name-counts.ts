/*
 * Puts names to what was counted, for the few that are shown. Pure.
 */
import type { CountQuery, HistoryCounts } from '../../alert-history.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import { LISTED } from './marks.ts';
import { mostFirst } from './order.ts';
import type { Tally } from './tally.ts';

/** An agent that was renamed has several numbers; the newest alert names it. */
export function nameAgents({ words, newest }: AlertIndex, tally: Tally, { top }: CountQuery): HistoryCounts['agents'] {
  const byId = new Map<string, { id: string; alerts: number; runs: number }>();
  for (const [number, alerts] of tally.agents.entries()) {
    const id = words.agents.entries[number]?.id;
    if (alerts === 0 || id === undefined) continue;
    const known = byId.get(id) ?? { id, alerts: 0, runs: 0 };
    known.alerts += alerts;
    known.runs += tally.agentRuns[number] as number;
    byId.set(id, known);
  }
  const most = mostFirst([...byId.values()], { top, alerts: ({ alerts }) => alerts, name: ({ id }) => id });
  const named = most.map((each) => ({ ...each, name: newestName({ words, newest }, each.id) }));
  return { top: named, distinct: byId.size };
}

function newestName({ words, newest }: Pick<AlertIndex, 'words' | 'newest'>, id: string): string {
  let [name, best] = ['', undefined as { at: number; id: string } | undefined];
  for (const [number, agent] of words.agents.entries.entries()) {
    const other = newest.agents[number];
    if (agent?.id !== id || other === undefined) continue;
    if (best !== undefined && (other.at < best.at || (other.at === best.at && other.id < best.id))) continue;
    [name, best] = [agent.name, other];
  }
  return name;
}

type NamingSources = { index: AlertIndex; tally: Tally; query: CountQuery; ofSource: Uint8Array };

export function nameSources({ index, tally, query, ofSource }: NamingSources): HistoryCounts['sources'] {
  const { entries } = index.words.sources;
  const own = new Set(query.own);
  const [found, ours]: [number[], number[]] = [[], []];
  for (let number = 1; number < tally.sources.length; number += 1) {
    const source = entries[number];
    if (tally.sources[number] === 0 || source === undefined || source.folded || source.address === null) continue;
    found.push(number);
    if (own.size > 0 && own.has(source.address)) ours.push(number);
  }
  const alerts = (number: number) => tally.sources[number] as number;
  const name = (number: number) => `${entries[number]?.address} ${entries[number]?.srcip ?? ''}`;
  const told = (numbers: readonly number[], top: number) =>
    mostFirst(numbers, { top, alerts, name }).map((number) => ({
      address: entries[number]?.address ?? '',
      srcip: entries[number]?.srcip ?? null,
      alerts: alerts(number),
      listed: ((ofSource[number] as number) & LISTED) !== 0,
    }));
  return { top: told(found, query.top), distinct: found.length, own: told(ours, ours.length) };
}

export function nameUsers({ words }: AlertIndex, tally: Tally, { top }: CountQuery): HistoryCounts['users'] {
  const { entries } = words.users;
  const found: number[] = [];
  for (let number = 1; number < tally.users.length; number += 1)
    if (tally.users[number] !== 0 && entries[number]?.folded === 0) found.push(number);
  const alerts = (number: number) => tally.users[number] as number;
  const most = mostFirst(found, { top, alerts, name: (number) => entries[number]?.name ?? '' });
  return {
    top: most.map((number) => ({ user: entries[number]?.name ?? '', alerts: alerts(number) })),
    distinct: found.length,
  };
}

export function busiest(minutes: ReadonlyMap<number, number>): HistoryCounts['busiestMinute'] {
  let best: HistoryCounts['busiestMinute'] = null;
  for (const [at, runs] of minutes)
    if (best === null || runs > best.runs || (runs === best.runs && at < best.at)) best = { at, runs };
  return best;
}

export function noteOf({ words }: AlertIndex, tally: Tally): string | null {
  const folded = (entries: readonly ({ folded: number } | undefined)[], counts: Uint32Array) =>
    entries.reduce((sum, entry, number) => sum + (entry?.folded ? (counts[number] ?? 0) : 0), 0);
  const parts = [
    { alerts: folded(words.sources.entries, tally.sources), what: 'address' },
    { alerts: folded(words.users.entries, tally.users), what: 'user' },
  ].filter(({ alerts }) => alerts > 0);
  if (parts.length === 0) return null;
  const told = parts.map(({ alerts, what }) => `the ${what} of ${alerts.toLocaleString('en')} alerts`).join(' and ');
  return `Not kept apart: ${told}. There were too many different ones; all alerts are counted, whether the white list covers these is not known.`;
}

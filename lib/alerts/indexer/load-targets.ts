/*
 * Owns which addresses alerts are about, and which of them the white list covers. An address is a keyword in the indexer, so a
 * network can be no filter there: all of them are walked, and the white list is read by the same code as everywhere.
 */
import * as z from 'zod/mini';
import { isListed } from '../../ossec/white-list/is-listed.ts';
import type { AlertsQuery, SourceCount } from '../alert-history.ts';
import { ADDRESSES, type Clause, ofVariants, within } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { searchGroups } from './search.ts';

export type Targets = {
  /** Every srcip that the white list covers. */
  listedAddresses: string[];
  /** The most alerts first. */
  sources: SourceCount[];
  /** False when there are more addresses than are walked. */
  complete: boolean;
};

const value = z.nullable(z.string());
const group = z.object({
  key: z.object({ ipAddress: value, destinationIp: value, srcip: value }),
  doc_count: z.number(),
});
export const BY_ADDRESS = ADDRESSES.map((field) => ({
  [field.split('.').at(-1) ?? field]: { terms: { field, missing_bucket: true } },
}));

/** Empty text is no value. */
const text = (said: string | null): string | null => said || null;

export const targetOf = (
  key: z.infer<typeof group>['key'],
): Pick<SourceCount, 'srcip'> & { address: string | null } => ({
  address: text(key.ipAddress) ?? text(key.destinationIp) ?? text(key.srcip),
  srcip: text(key.srcip),
});

export const askedFor = ({ period, variants }: AlertsQuery): Clause[] => [within(period), ofVariants(variants)];

/** `also` narrows it down further. */
export async function loadTargets(ask: AskIndexer, query: AlertsQuery, also: readonly Clause[] = []): Promise<Targets> {
  const { groups, complete } = await searchGroups(ask, {
    filter: [...askedFor(query), ...also],
    by: BY_ADDRESS,
    shape: group,
  });
  const sources = new Map<string, SourceCount>();
  const verdicts = new Map<string, boolean>();
  for (const { key, doc_count } of groups) {
    const { address, srcip } = targetOf(key);
    const listed = srcip !== null && (verdicts.get(srcip) ?? isListed(srcip, query.whiteList));
    if (srcip !== null) verdicts.set(srcip, listed);
    if (address === null) continue;
    const name = JSON.stringify([address, srcip]);
    sources.set(name, { address, srcip, listed, alerts: (sources.get(name)?.alerts ?? 0) + doc_count });
  }
  return {
    listedAddresses: [...verdicts].flatMap(([srcip, listed]) => (listed ? [srcip] : [])),
    sources: [...sources.values()].sort(theMostFirst),
    complete,
  };
}

const nameOf = ({ address, srcip }: SourceCount): string => `${address} ${srcip ?? ''}`;
export const theMostFirst = (a: SourceCount, b: SourceCount): number =>
  b.alerts - a.alerts || (nameOf(a) < nameOf(b) ? -1 : 1);

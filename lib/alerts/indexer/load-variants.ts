/*
 * Owns which rules raised alerts, from the indexer: one group for each rule and level, and its newest alert for the rest. A rule
 * whose groups changed within the period is one variant here, with the groups that it has now.
 */
import * as z from 'zod/mini';
import type { Period, RuleVariant } from '../alert-history.ts';
import { readAlert } from '../read-alert.ts';
import { TIME, variantOf, within } from './alerts-filter.ts';
import type { AskIndexer } from './ask-indexer.ts';
import { IndexerError } from './indexer-failure.ts';
import { searchGroups } from './search.ts';

const group = z.object({
  key: z.object({ ruleId: z.string(), level: z.number() }),
  doc_count: z.number(),
  newest: z.object({ hits: z.object({ hits: z.array(z.object({ _source: z.unknown() })) }) }),
});

export async function loadVariants(ask: AskIndexer, period: Period): Promise<RuleVariant[]> {
  const { groups, complete } = await searchGroups(ask, {
    filter: [within(period)],
    by: [{ ruleId: { terms: { field: 'rule.id' } } }, { level: { terms: { field: 'rule.level' } } }],
    aggs: {
      newest: {
        top_hits: {
          size: 1,
          sort: [{ [TIME]: { order: 'desc' } }],
          _source: ['timestamp', 'id', 'rule', 'agent.id'],
        },
      },
    },
    shape: group,
    pageSize: 1000,
  });
  if (!complete) throw new IndexerError('too-large');
  return groups
    .flatMap(({ key, doc_count, newest }) => {
      const alert = readAlert(JSON.stringify(newest.hits.hits[0]?._source ?? null));
      if (alert === null) return [];
      const { ruleId, level, groups: names, description } = alert;
      return [{ key: variantOf(key.ruleId, key.level), ruleId, level, groups: names, description, alerts: doc_count }];
    })
    .sort((a, b) => b.alerts - a.alerts || a.ruleId - b.ruleId);
}

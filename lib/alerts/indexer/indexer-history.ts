/*
 * The alert history as the Wazuh indexer has it. Every question is asked there anew, in aggregations with absolute times;
 * nothing is kept here. What goes wrong comes back as a failure with words.
 */
import * as z from 'zod/mini';
import type { Outcome } from '../../manager/manager.ts';
import type { AlertHistory, Coverage, PastAlert, ReportQuery } from '../alert-history.ts';
import { type ReadAlert, readAlert } from '../read-alert.ts';
import { ALERT_FIELDS, REPORT_FIELDS } from './alert-fields.ts';
import { isOneOf, TIME, variantOf, within } from './alerts-filter.ts';
import { type AskIndexer, createAskIndexer } from './ask-indexer.ts';
import { countAlerts } from './count-alerts.ts';
import { IndexerError } from './indexer-failure.ts';
import type { IndexerSettings } from './indexer-settings.ts';
import { loadPeak } from './load-peak.ts';
import { askedFor } from './load-targets.ts';
import { loadVariants } from './load-variants.ts';
import { searchCounts, searchDocuments } from './search.ts';

/** The most that a list is read to, whatever is asked for. */
const MAX_LISTED = 10_000;
const REPORT_RULES = ['601', '602', '603', '604', '605', '606', '607']
  .concat(['651', '652', '653', '654'])
  .concat(['655', '656', '657', '658']);

export function createIndexerHistory(
  settings: IndexerSettings,
  ask: AskIndexer = createAskIndexer(settings),
): AlertHistory {
  return {
    loadCoverage: () => answer(() => loadCoverage(ask)),
    loadVariants: (period) => answer(() => loadVariants(ask, period)),
    count: (query) => answer(() => countAlerts(ask, query)),
    loadPeak: (query) => answer(() => loadPeak(ask, query)),
    loadAlerts: (query) =>
      answer(async () => {
        const limit = Math.min(query.limit, MAX_LISTED);
        const found = await loadNewest(ask, { filter: askedFor(query), limit, source: ALERT_FIELDS });
        return { alerts: found.alerts.map(pastAlertOf), more: found.more };
      }),
    loadReports: (query) => answer(() => loadReports(ask, query)),
    findAlert: (id) => answer(() => findAlert(ask, id)),
    stop: async () => {},
    resume: async () => {},
    close: async () => {},
  };
}

/** Answers everything with one failure: settings that are wrong are told where numbers would be. */
export function createFailedHistory(error: IndexerError): AlertHistory {
  const fail = () => Promise.resolve({ ok: false as const, failure: error.failure });
  return {
    loadCoverage: fail,
    loadVariants: fail,
    count: fail,
    loadPeak: fail,
    loadAlerts: fail,
    loadReports: fail,
    findAlert: fail,
    stop: async () => {},
    resume: async () => {},
    close: async () => {},
  };
}

async function answer<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof IndexerError) return { ok: false, failure: error.failure };
    throw error;
  }
}

const instant = z.object({ value: z.nullable(z.number()) });

async function loadCoverage(ask: AskIndexer): Promise<Coverage> {
  const { total, found } = await searchCounts(ask, {
    filter: [],
    aggs: { first: { min: { field: TIME } }, last: { max: { field: TIME } } },
    shape: z.object({ first: instant, last: instant }),
  });
  return {
    source: 'indexer',
    from: found.first.value,
    to: found.last.value,
    alerts: total,
    unreadable: 0,
    state: { kind: 'ready' },
    diskBytes: null,
    notes: [],
  };
}

async function loadNewest(ask: AskIndexer, query: Parameters<typeof searchDocuments>[1]) {
  const { total, documents } = await searchDocuments(ask, query);
  const alerts = documents.flatMap((document) => readAlert(JSON.stringify(document)) ?? []);
  return { alerts, more: total > documents.length };
}

const pastAlertOf = ({ groups, report, ...alert }: ReadAlert): PastAlert => ({
  ...alert,
  variant: variantOf(alert.ruleId, alert.level),
});

async function loadReports(ask: AskIndexer, { period, limit }: ReportQuery) {
  const filter = [within(period), isOneOf('rule.id', REPORT_RULES)];
  const found = await loadNewest(ask, { filter, limit: Math.min(limit, MAX_LISTED), source: REPORT_FIELDS });
  return { reports: found.alerts.flatMap(({ report }) => report ?? []), more: found.more };
}

async function findAlert(ask: AskIndexer, id: string): Promise<string | null> {
  const { documents } = await searchDocuments(ask, { filter: [{ term: { id } }], limit: 1, source: true });
  return documents.length > 0 ? JSON.stringify(documents[0]) : null;
}

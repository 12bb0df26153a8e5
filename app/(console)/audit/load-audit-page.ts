import 'server-only';
import * as z from 'zod/mini';
import { formatDay, formatSeconds } from '@/app/format-time';
import { actionsCalled, actionWords, detailWords, placeOf } from '@/lib/audit/action-words';
import { loadAudit, loadAuditActions, type WordMeaning } from '@/lib/audit/audit-entries';
import { loadPeople, peopleCalled, personName } from '@/lib/auth/people';
import type { Database } from '@/lib/state/database';
import type { AuditQuery, AuditRow } from '@/lib/view/audit';

export const PAGE_SIZE = 50;

const text = z.catch(z.string().check(z.trim(), z.maxLength(200)), '');
const day = z.catch(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), '');
const query = z.object({
  ...{ q: text, action: text, person: text, from: day, to: day },
  page: z.catch(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000)), 1),
});

export type AuditSearchParams = Record<string, string | string[] | undefined>;

/** The start of a day in the server's zone; undefined for a day that does not exist. */
function startOf(date: string, plusDays = 0): number | undefined {
  const at = date === '' ? Number.NaN : new Date(`${date}T00:00`).getTime();
  if (Number.isNaN(at)) return undefined;
  const shifted = new Date(at);
  shifted.setDate(shifted.getDate() + plusDays);
  return shifted.getTime();
}

/** What the page of the audit log shows for this address. Anything that is no search counts as not given. */
export function loadAuditPage(database: Database, params: AuditSearchParams) {
  const { page, ...asked } = query.parse(params);
  const end = startOf(asked.to, 1);
  const meaning: WordMeaning = (word) => ({ persons: peopleCalled(database, word), actions: actionsCalled(word) });
  const found = loadAudit(
    database,
    {
      person: asked.person || undefined,
      action: asked.action || undefined,
      words: asked.q.split(/\s+/).filter(Boolean),
      from: startOf(asked.from),
      to: end === undefined ? undefined : end - 1,
    },
    { page, size: PAGE_SIZE, meaning },
  );
  const rows: AuditRow[] = found.entries.map((entry) => ({
    seq: entry.seq,
    when: `${formatDay(entry.at)}${formatSeconds(entry.at)}`,
    iso: new Date(entry.at).toISOString(),
    who: personName(database, entry.person),
    action: actionWords(entry.action),
    facts: detailWords(entry.detail),
    place: placeOf(entry),
  }));
  return {
    query: asked satisfies AuditQuery,
    page,
    pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    total: found.total,
    rows,
    actions: loadAuditActions(database).map((value) => ({ value, label: actionWords(value) })),
    people: loadPeople(database).map(({ id, name }) => ({ value: id, label: name })),
  };
}

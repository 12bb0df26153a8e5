import * as z from 'zod/mini';
import { OUTCOMES } from '@/lib/activity/execution';
import { type ActivityQuery, PERIODS, type PeriodName } from '@/lib/view/activity';

const text = z.catch(z.string().check(z.trim(), z.maxLength(200)), '');
const day = z.catch(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), '');
const querySchema = z.object({
  period: z.catch(z.enum(PERIODS), '7d'),
  ...{ from: day, to: day, response: text, agent: text, q: text },
  outcome: z.catch(z.enum(['', ...OUTCOMES]), ''),
  sort: z.catch(z.enum(['newest', 'oldest']), 'newest'),
  by: z.catch(z.enum(['agent', 'response']), 'agent'),
});
const pageSchema = z.object({
  page: z.catch(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000)), 1),
  /** The alert that is open. */
  alert: z.catch(z.string().check(z.regex(/^\d{1,11}\.\d{1,12}$/)), ''),
});

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address asks for; anything that is no question counts as not asked. */
export function readQuery(params: SearchParams): ActivityQuery {
  const query = querySchema.parse(params);
  const { from, to } = query;
  // Typed the wrong way round, the same days are meant.
  return from !== '' && to !== '' && from > to ? { ...query, from: to, to: from } : query;
}
export const readPlace = (params: SearchParams): { page: number; alert: string } => pageSchema.parse(params);

const DEFAULTS: Partial<Record<keyof ActivityQuery, string>> = { period: '7d', sort: 'newest', by: 'agent' };

/** The address of a question, without what is asked anyway. */
export function activityHref(query: ActivityQuery, change: Partial<ActivityQuery> & { page?: number; alert?: string }) {
  const all = Object.entries({ ...query, ...change }).map(([key, value]) => [key, String(value ?? '')] as const);
  const said = all.filter(
    ([key, value]) =>
      value !== '' && DEFAULTS[key as keyof ActivityQuery] !== value && !(key === 'page' && value === '1'),
  );
  const params = new URLSearchParams(said.map(([key, value]) => [key, value]));
  return said.length > 0 ? `/activity?${params}` : '/activity';
}

const DAY = 86_400_000;
const LENGTHS: Record<Exclude<PeriodName, 'own'>, number> = { '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY };

/** The start of a day in the server's zone, days later; null for a day that does not exist. */
function startOf(date: string, plusDays = 0): number | null {
  const at = date === '' ? Number.NaN : new Date(`${date}T00:00`).getTime();
  // The 31st of February is read as a day of March.
  if (Number.isNaN(at) || new Date(at).getDate() !== Number(date.slice(-2))) return null;
  return new Date(at).setDate(new Date(at).getDate() + plusDays);
}

/** Epoch milliseconds; a period of one's own without an end goes on until now. */
export function periodOf({ period, from, to }: ActivityQuery, now: number): { from: number; to: number } {
  if (period !== 'own') return { from: now - LENGTHS[period], to: now };
  const end = Math.min(startOf(to, 1) ?? now, now);
  const start = startOf(from) ?? end - LENGTHS['7d'];
  return { from: Math.min(start, end - 60_000), to: end };
}

/*
 * Owns how an alert travels in an address: by its id, or, pasted, by the few facts that the chain needs. What is not of the
 * right shape counts as not said. Pure; runs in the browser and on the server.
 */
import * as z from 'zod/mini';
import type { TracedAlert } from './trace.ts';

const optional = (max: number) => z.catch(z._default(z.string().check(z.maxLength(max)), ''), '');
/** An address has to stay an address, whatever was pasted. */
const USUAL = 256;
const LONGEST: Record<string, number> = { name: 128, words: 400, groups: 1023, id: 40 };

const schema = z.object({
  rule: z.coerce.number().check(z.int(), z.gte(1), z.lte(999_999_999)),
  level: z.catch(z.coerce.number().check(z.int(), z.gte(0), z.lte(20)), 0),
  from: z.string().check(z.regex(/^\d{1,9}$/)),
  ...{ name: optional(128), words: optional(400), groups: optional(1023) },
  ...{ srcip: optional(256), address: optional(256), user: optional(256), id: optional(40) },
  at: z.catch(z.coerce.number().check(z.int(), z.gte(0)), 0),
});

/** The address of the page for an alert that was pasted. */
export function addressOfAlert(alert: TracedAlert): string {
  const said = {
    ...{ rule: alert.ruleId, level: alert.level, from: alert.agentId, name: alert.agentName },
    ...{ words: alert.description, groups: alert.groups },
    ...{ srcip: alert.srcip, address: alert.address, user: alert.user, id: alert.id, at: alert.at },
  };
  const given = Object.entries(said).flatMap(([key, value]) =>
    value === null || value === '' ? [] : [[key, String(value).slice(0, LONGEST[key] ?? USUAL)]],
  );
  return `/trace?${new URLSearchParams(given)}`;
}

/** Null when the address says no rule and no agent. */
export function alertOfAddress(params: Record<string, unknown>): TracedAlert | null {
  const read = schema.safeParse(params);
  if (!read.success) return null;
  const { rule, level, from, name, words, groups, srcip, address, user, id, at } = read.data;
  const agentId = from.padStart(3, '0');
  return {
    ...{ ruleId: rule, level, agentId, agentName: name || `agent ${agentId}`, description: words, groups },
    ...{ srcip: srcip || null, address: address || srcip || null, user: user || null },
    ...{ id: id || null, at: at || null },
  };
}

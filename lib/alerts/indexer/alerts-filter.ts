/*
 * Owns how "these alerts" is said in the indexer's query language: a period, variants, what runs and what has a target.
 * Pure. Field types are those of Wazuh's template: ids and addresses keyword, rule.level long, timestamp date.
 */
import type { Period } from '../alert-history.ts';

export type Clause = Record<string, unknown>;

export const TIME = 'timestamp';
export const SRCIP = 'data.srcip';
export const USER = 'data.dstuser';
/** As scripts take them: the first that is there (wazuh-facts §3). */
export const ADDRESSES = ['data.win.eventdata.ipAddress', 'data.win.eventdata.destinationIp', SRCIP] as const;

/** index.max_terms_count of the indexer, by default. */
const MAX_TERMS = 65_536;

/** Absolute, so that the indexer may keep the answer. */
export const within = ({ from, to }: Period): Clause => ({
  range: { [TIME]: { gte: from, lt: to, format: 'epoch_millis' } },
});

/** A variant here is a rule and a level: what else alerts say of a rule is taken from its newest one. */
export const variantOf = (ruleId: number | string, level: number): string => `${ruleId}|${level}`;

/** Keys that are none of ours mean no alert. Without a key: an empty bool would match everything. */
export function ofVariants(keys: readonly string[]): Clause {
  const read = keys.flatMap((key) => {
    const [, ruleId, level] = /^(\d{1,9})\|(\d{1,9})$/.exec(key) ?? [];
    return ruleId === undefined ? [] : [{ ruleId, level: Number(level) }];
  });
  if (read.length === 0) return { match_none: {} };
  const should = [...Map.groupBy(read, ({ level }) => level)].map(([level, rules]) => ({
    bool: { filter: [{ term: { 'rule.level': level } }, isOneOf('rule.id', [...new Set(rules.map((r) => r.ruleId))])] },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}

export const isOneOf = (field: string, values: readonly string[]): Clause => ({ terms: { [field]: values } });

/** Empty text is no value. */
export const has = (field: string): Clause => ({
  bool: { filter: [{ exists: { field } }], must_not: [{ term: { [field]: '' } }] },
});

export const hasNone = (fields: readonly string[]): Clause => ({ bool: { must_not: fields.map(has) } });

/** The manager sends nothing for other characters (wazuh-facts §2.3). */
const ACCEPTED = { [SRCIP]: '[-a-zA-Z.:_0-9]*', [USER]: '[-a-zA-Z._0-9@?]*' };
const isRefusedIn = (field: keyof typeof ACCEPTED & string): Clause => ({
  bool: { filter: [{ exists: { field } }], must_not: [{ regexp: { [field]: { value: ACCEPTED[field] } } }] },
});

const areListed = (listed: readonly string[]): Clause[] =>
  Array.from({ length: Math.ceil(listed.length / MAX_TERMS) }, (_, at) =>
    isOneOf(SRCIP, listed.slice(at * MAX_TERMS, (at + 1) * MAX_TERMS)),
  );

const REFUSED = [isRefusedIn(SRCIP), isRefusedIn(USER)];

/** Neither covered by the white list nor refused. `listed` are the addresses that it covers. */
export const runs = (listed: readonly string[]): Clause => ({ bool: { must_not: [...areListed(listed), ...REFUSED] } });

/** Refused, and not covered by the white list. */
export const refused = (listed: readonly string[]): Clause => ({
  bool: { must_not: areListed(listed), should: REFUSED, minimum_should_match: 1 },
});

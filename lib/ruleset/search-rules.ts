/*
 * Finding rules by id, words of the description, and groups. The best hits come first: the id itself, ids that start so, a
 * group of that name, then words. Among equals: rules that can set a response off, then those with more alerts, then by id.
 */
import type { Rule } from './rule.ts';
import { groupNames, type RulesIndex } from './rules-index.ts';

export type RuleSearch = { rules: Rule[]; total: number };

type Search = {
  query: string;
  limit: number;
  /** How many alerts each rule raised in the known days, by id; null while there is no history. */
  alerts?: ReadonlyMap<number, number> | null;
};

/** All words must occur. An empty query finds every rule. */
export function searchRules(index: RulesIndex, { query, limit, alerts = null }: Search): RuleSearch {
  const words = query
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const ranked: Rule[][] = [[], [], [], [], []];
  let total = 0;
  index.rules.forEach((rule, at) => {
    const text = index.searchTexts[at] ?? '';
    if (!words.every((word) => text.includes(word))) return;
    total++;
    ranked[rankOf(rule, text, words)]?.push(rule);
  });
  const rules: Rule[] = [];
  for (const equals of ranked) if (rules.length < limit) rules.push(...equals.sort(byUse(alerts)));
  return { rules: rules.slice(0, limit), total };
}

const firesAnything = ({ level, noAr }: Rule): boolean => level > 0 && !noAr;

const byUse = (alerts: Search['alerts']) => (a: Rule, b: Rule) =>
  Number(firesAnything(b)) - Number(firesAnything(a)) ||
  (alerts?.get(b.id) ?? 0) - (alerts?.get(a.id) ?? 0) ||
  a.id - b.id;

function rankOf(rule: Rule, text: string, words: readonly string[]): number {
  const [first] = words;
  if (first === undefined) return 0;
  const id = String(rule.id);
  if (words.length === 1 && id === first) return 0;
  if (words.length === 1 && id.startsWith(first)) return 1;
  const groups = groupNames(rule.groups.toLowerCase());
  if (words.every((word) => groups.includes(word))) return 2;
  return words.every((word) => isWordStart(text, word)) ? 3 : 4;
}

const isWordStart = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
};

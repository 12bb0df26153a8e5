/*
 * All rules, prepared for the questions of the dashboard: by id, by word, by group, and which of them set a response off.
 * Plain data and pure functions; thousands of rules answer within a keystroke.
 */
import { toCInt } from '../ossec/model/c-number.ts';
import { bindRules } from './bind-rules.ts';
import type { GroupCount, Rule, RuleFileProblem } from './rule.ts';

/** The highest level a rule can have. */
export const MAX_LEVEL = 16;

export type RulesIndex = {
  /** By ascending id. */
  rules: readonly Rule[];
  byId: ReadonlyMap<number, Rule>;
  /** The most frequent first. */
  groups: readonly GroupCount[];
  /** How many rules have the level: levels[5]. */
  levels: readonly number[];
  /** For searchRules: one text a rule, in the order of `rules`. */
  searchTexts: readonly string[];
  problems: readonly RuleFileProblem[];
};

/** Prepares the index; once per set of rule files. */
export function buildRulesIndex(rules: readonly Rule[], problems: readonly RuleFileProblem[] = []): RulesIndex {
  const levels = new Array<number>(MAX_LEVEL + 1).fill(0);
  for (const { level } of rules) levels[Math.min(level, MAX_LEVEL)] = (levels[Math.min(level, MAX_LEVEL)] ?? 0) + 1;
  return {
    rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    groups: countGroups(rules),
    levels,
    searchTexts: rules.map(({ id, description, groups }) => `${id} ${description} ${groups}`.toLowerCase()),
    problems,
  };
}

const COMPLIANCE = /^(pci_dss|gdpr|gpg13|hipaa|nist_800_53|tsc)_/i;

/** The names in a group string. */
export const groupNames = (groups: string): string[] =>
  groups
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A tag of a compliance standard: true of many rules, and of little use as a trigger. */
export const isComplianceGroup = (name: string): boolean => COMPLIANCE.test(name);

function countGroups(rules: readonly Rule[]): GroupCount[] {
  const counts = new Map<string, number>();
  const bare = new Set<string>();
  for (const { groups } of rules) {
    const names = groupNames(groups);
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const last = names.at(-1);
    if (last !== undefined && !groups.includes(`${last},`)) bare.add(last);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count, isCompliance: isComplianceGroup(name), isBare: bare.has(name) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What sets a response off, as written in the file or a form. */
export type WrittenTrigger = { level: string | null; rulesGroup: string | null; rulesId: string | null };

/** The rules that set such a response off, by ascending id. */
export function rulesThatFire({ rules }: Pick<RulesIndex, 'rules'>, trigger: WrittenTrigger): Rule[] {
  const { level, rulesGroup, rulesId } = trigger;
  return bindRules([{ level: level === null ? 0 : toCInt(level), rulesGroup, rulesId }], rules)[0] ?? [];
}

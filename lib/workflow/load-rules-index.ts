/*
 * The manager's rules for this process: one loader a manager, asked at most every few seconds. Files are parsed again only
 * where their bytes changed.
 */
import type { Manager } from '../manager/manager.ts';
import type { Config } from '../ossec/index.ts';
import { excludedRuleFiles } from '../ruleset/excluded-files.ts';
import { createRulesLoader, type RulesLoader } from '../ruleset/load-rules.ts';
import type { RulesIndex } from '../ruleset/rules-index.ts';

/** Reading and comparing thousands of rules for every click would be felt. */
const FRESH_MS = 2000;

type Kept = { loader: RulesLoader; key: string; at: number; index: Promise<RulesIndex> | null };

const kept = new WeakMap<Manager, Kept>();

/** The index of all rules, those excluded by the file left out; an empty one where no rule can be read. */
export function loadRulesIndex(manager: Manager, config: Config | null): Promise<RulesIndex> {
  const excluded = config ? excludedRuleFiles(config) : [];
  const key = excluded.join('\n');
  const known = kept.get(manager) ?? { loader: createRulesLoader(manager), key: '', at: 0, index: null };
  if (!known.index || known.key !== key || Date.now() - known.at > FRESH_MS) {
    Object.assign(known, { key, at: Date.now(), index: known.loader.loadRules(excluded) });
    kept.set(manager, known);
  }
  return known.index as Promise<RulesIndex>;
}

/*
 * Tries each proposed fix on the file. It is offered only when the planner accepts it, the finding is gone afterwards, and
 * nothing worse than a warning comes in its place.
 */
import type { Change } from '../../edit/change.ts';
import { planChanges } from '../../edit/plan-changes.ts';
import type { Config } from '../../index.ts';
import { compareFindings } from '../compare-findings.ts';
import type { Facts, Finding } from '../finding.ts';
import { toFacts } from '../to-facts.ts';
import { proposeFix } from './propose-fix.ts';

/** Each trial reads the file again: so many bytes in all, and so many trials. */
const MOST_BYTES = 2_500_000;
const MOST_TRIALS = 50;

type Find = (config: Config, facts: Facts) => Finding[];

/** The findings, those that have a safe fix with it. `find` is the search that found them. */
export function attachFixes(findings: readonly Finding[], config: Config, facts: Facts, find: Find): Finding[] {
  if (config.model.problem) return [...findings];
  let trials = Math.min(MOST_TRIALS, Math.floor(MOST_BYTES / Math.max(1, config.tree.text.length)));
  return findings.map((finding) => {
    const changes = trials > 0 ? proposeFix(finding, config, facts) : null;
    if (!changes || changes.length === 0) return finding;
    trials--;
    return isSafe(changes, finding, findings, config, facts, find) ? { ...finding, fix: changes } : finding;
  });
}

function isSafe(
  changes: Change[],
  finding: Finding,
  findings: readonly Finding[],
  config: Config,
  facts: Facts,
  find: Find,
): boolean {
  const plan = planChanges(config, changes);
  if (!plan.ok || plan.edits.length === 0) return false;
  const after = find(plan.after, { ...facts, ...toFacts(plan.after.model) });
  const { added, fixed } = compareFindings(findings, after);
  return fixed.includes(finding) && added.every(({ severity }) => severity === 'warning' || severity === 'note');
}

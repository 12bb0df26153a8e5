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
    if (trials <= 0 || !hasProposal(finding, config, facts)) return finding;
    trials--;
    const fix = fixOf(finding, findings, config, facts, find);
    return fix ? { ...finding, fix } : finding;
  });
}

/** Is there a fix to try? Quick: nothing is planned. */
export const hasProposal = (finding: Finding, config: Config, facts: Facts): boolean =>
  config.model.problem === null && (proposeFix(finding, config, facts)?.length ?? 0) > 0;

/** The changes that mend one of the `findings`; null when there is no safe way. */
export function fixOf(
  finding: Finding,
  findings: readonly Finding[],
  config: Config,
  facts: Facts,
  find: Find,
): Change[] | null {
  const changes = proposeFix(finding, config, facts);
  if (!changes || changes.length === 0) return null;
  return isSafe(changes, finding, findings, config, facts, find) ? changes : null;
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

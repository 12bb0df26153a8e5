/*
 * The safe change that mends a finding of the file on disk. Tried only when somebody asks: each trial plans and reads the
 * file again.
 */
import type { Change } from '../ossec/edit/change.ts';
import { findWithoutFixes } from '../ossec/findings/find-all.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import { fixOf, hasProposal } from '../ossec/findings/fix/attach-fixes.ts';
import { factsIn, findIn } from './find-in-workspace.ts';
import type { WorkspaceFacts } from './load-facts.ts';
import { findingKey } from './mutes.ts';
import type { Workspace } from './workspace.ts';

/** May a Fix button stand beside the finding? Whether the fix is safe is seen when it is pressed. */
export const isFixable = (finding: Finding, { config }: Workspace, { before }: WorkspaceFacts): boolean =>
  config !== null && hasProposal(finding, config, factsIn(config, before));

/** The changes that mend the finding with this key; null when it is gone, or there is no safe way. */
export function fixForKey(key: string, { config }: Workspace, { before }: WorkspaceFacts): Change[] | null {
  if (!config) return null;
  const findings = findIn(config, before);
  const finding = findings.find((one) => findingKey(one) === key);
  return finding ? fixOf(finding, findings, config, factsIn(config, before), findWithoutFixes) : null;
}

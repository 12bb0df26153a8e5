/*
 * What there is to say about the file on disk and about the draft, and what the draft changes of it.
 */
import { compareFindings, type FindingsDifference } from '../ossec/findings/compare-findings.ts';
import { findWithoutFixes } from '../ossec/findings/find-all.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import type { WorkspaceFacts } from './load-facts.ts';
import { loadMutes, type MutedFinding, splitMuted } from './mutes.ts';
import type { Workspace } from './workspace.ts';

export type WorkspaceFindings = {
  /** Of the file on disk, without those set aside. */
  now: Finding[];
  /** Of the file on disk, set aside with a reason. */
  muted: MutedFinding[];
  /** Against the file as the draft would leave it. */
  difference: FindingsDifference;
};

export function findInWorkspace(
  { config, draft, database }: Workspace,
  { before, facts }: WorkspaceFacts,
): WorkspaceFindings {
  if (!config) return { now: [], muted: [], difference: { added: [], fixed: [], staying: [] } };
  const mutes = loadMutes(database);
  const { open: now, muted } = splitMuted(findWithoutFixes(config, before), mutes);
  const after = draft?.plan.ok ? draft.plan.after : config;
  if (after === config) return { now, muted, difference: { added: [], fixed: [], staying: now } };
  return { now, muted, difference: compareFindings(now, splitMuted(findWithoutFixes(after, facts), mutes).open) };
}

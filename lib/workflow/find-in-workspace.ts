/*
 * What there is to say about the file on disk and about the draft, and what the draft changes of it.
 */
import { compareFindings, type FindingsDifference } from '../ossec/findings/compare-findings.ts';
import { findInConfig } from '../ossec/findings/find-all.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import type { WorkspaceFacts } from './load-facts.ts';
import type { Workspace } from './workspace.ts';

export type WorkspaceFindings = {
  /** Of the file on disk. */
  now: Finding[];
  /** Against the file as the draft would leave it. */
  difference: FindingsDifference;
};

export function findInWorkspace({ config, draft }: Workspace, { before, facts }: WorkspaceFacts): WorkspaceFindings {
  if (!config) return { now: [], difference: { added: [], fixed: [], staying: [] } };
  const now = findInConfig(config, before);
  const after = draft?.plan.ok ? draft.plan.after : config;
  if (after === config) return { now, difference: { added: [], fixed: [], staying: now } };
  return { now, difference: compareFindings(now, findInConfig(after, facts)) };
}

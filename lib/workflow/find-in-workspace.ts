/*
 * What there is to say about the file on disk and about the draft, and what the draft changes of it.
 */
import { compareFindings, type FindingsDifference } from '../ossec/findings/compare-findings.ts';
import { findWithoutFixes, ownAddressesIn, toFacts } from '../ossec/findings/find-all.ts';
import type { Facts, Finding } from '../ossec/findings/finding.ts';
import type { Config } from '../ossec/index.ts';
import { findCached } from './finding-cache.ts';
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
  const { open: now, muted } = splitMuted(findIn(config, before), mutes);
  const after = draft?.plan.ok ? draft.plan.after : config;
  if (after === config) return { now, muted, difference: { added: [], fixed: [], staying: now } };
  return { now, muted, difference: compareFindings(now, splitMuted(findIn(after, facts), mutes).open) };
}

/** What there is to say about a file, with its own commands, responses and white list in place of those in `around`. */
export function findIn(config: Config, around: Facts): Finding[] {
  const facts = factsIn(config, around);
  return findCached('file', config, facts, () => findWithoutFixes(config, facts));
}

/** The facts of this very file: checks over the file count its blocks as it has them. */
export const factsIn = (config: Config, around: Facts): Facts => ({
  ...around,
  ...toFacts(config.model),
  ownAddresses: around.ownAddresses ?? ownAddressesIn(config),
});

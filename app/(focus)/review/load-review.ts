import 'server-only';
import type { EveryAgent } from '@/components/review/apply-form';
import type { OtherTool } from '@/components/review/other-tools';
import { auditPlanOnce } from '@/lib/audit/audit-plan-once';
import { personName } from '@/lib/auth/people';
import { diffLines, type FileDiff } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { keyOfChange } from '@/lib/forms/find-response';
import { sha256Of } from '@/lib/history/contents';
import { findRevision } from '@/lib/history/revisions';
import { toBytes } from '@/lib/ossec/byte-text';
import { compareConfigs } from '@/lib/ossec/compare/compare-configs';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import type { FindingsDifference } from '@/lib/ossec/findings/compare-findings';
import type { Config } from '@/lib/ossec/index';
import { compareReaders } from '@/lib/ossec/second-reader/compare-readers';
import type { ApplyEffects, PreflightCheck } from '@/lib/view/apply-effects';
import type { ConflictView } from '@/lib/view/conflict';
import { plannedFile } from '@/lib/workflow/apply/start-apply';
import { viewConflicts } from '@/lib/workflow/conflict-view';
import { type DescribedChange, describeChanges } from '@/lib/workflow/describe-draft';
import { findInWorkspace } from '@/lib/workflow/find-in-workspace';
import { loadApplyEffects } from '@/lib/workflow/load-apply-effects';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import { loadPreflight } from '@/lib/workflow/load-preflight';
import type { ManagerState } from '@/lib/workflow/manager-state';
import type { RebasedChange } from '@/lib/workflow/rebase-changes';
import { restoredWords, reviewBasis } from '@/lib/workflow/restore/restored-draft';
import type { Workspace } from '@/lib/workflow/workspace';
import { touchedAgents } from './touched-agents';

export type Review = {
  changes: (DescribedChange & { agentsHref: string | null })[];
  /** How many changes the plan makes to the file on disk. */
  planned: number;
  savedAt: number | null;
  baseSha256: string;
  newSha256: string;
  diff: FileDiff;
  verdict: { accepted: boolean; errors: string[] };
  findings: FindingsDifference;
  /** What the API, xmllint or Ansible would refuse or misread in the planned file. */
  otherTools: OtherTool[];
  everyAgent: EveryAgent | null;
  /** Programs of one's own that responses of this draft run on agents. */
  scripts: string[];
  effects: ApplyEffects | null;
  checks: PreflightCheck[];
  conflicts: ConflictView[];
  /** Set when the file changed after the draft was begun. */
  stale: Stale | null;
  /** Set when the draft starts from an older version: which one, and everything that it changes. */
  restored: { words: string; sentences: Phrase[] } | null;
};

export type Stale = {
  sentences: Phrase[] | null;
  theirs: FileDiff | null;
  baseSha256: string;
  /** Whose apply it was; null for a change outside Riposte. */
  who: string | null;
};

/** Everything that the page of Review shows of a draft; null when there is no draft, or no file to review it against. */
export async function loadReview(workspace: Workspace, state: ManagerState): Promise<Review | null> {
  const { file, draft, database, person } = workspace;
  const basis = reviewBasis(workspace);
  const planned = workspace.config && plannedFile(workspace.config, workspace);
  if (!basis || !planned || !file || !draft?.plan.ok) return null;
  if (draft.changes.length === 0 && !workspace.restored) return null;
  const { before, asked } = basis;
  const { after } = draft.plan;
  const [loaded, effects, checks] = await Promise.all([
    loadFactsWithRules(workspace),
    loadApplyEffects(workspace, after),
    loadPreflight(workspace, state, planned.bytes.length),
  ]);
  const findings = findInWorkspace({ ...workspace, config: before }, loaded).difference;
  const isBlocked = [...findings.added, ...findings.staying].some(({ severity }) => severity === 'blocker');
  const { verdict } = after;
  auditPlanOnce(database, person, planned.sha256);
  return {
    changes: draft.changes.flatMap((one) =>
      describeOne(workspace, one).map((words) => ({ ...words, agentsHref: agentsHref(one) })),
    ),
    planned: workspace.restored ? Math.max(1, asked.length) : asked.length,
    savedAt: draft.savedAt,
    baseSha256: file.sha256,
    newSha256: planned.sha256,
    diff: diffLines(new ShownLines(before.tree), new ShownLines(after.tree)),
    verdict: { accepted: verdict.accepted && !isBlocked, errors: verdict.errors },
    findings,
    otherTools: otherToolsOf(before, after),
    ...touchedAgents(before, asked, loaded.agents),
    effects,
    checks,
    conflicts: viewConflicts(workspace),
    stale: draft.stale ? staleOf(workspace, before) : null,
    restored: restoredOf(workspace, before, after),
  };
}

/** A change in conflict is told as it was meant: against the file it was made on, without a line of today. */
function describeOne({ config, base }: Workspace, one: RebasedChange): DescribedChange[] {
  if (!config) return [];
  if (one.conflict === null || !base || one.madeOn !== undefined) return describeChanges(config.model, [one]);
  const made = { ...one, change: one.made };
  return describeChanges(base.model, [made]).map((words) => ({ ...words, line: null }));
}

/** Only what takes part in the plan has agents that would run it. */
function agentsHref(one: RebasedChange): string | null {
  const key = one.conflict === null ? keyOfChange(one) : null;
  return key && `/responses/${encodeURIComponent(key)}/agents`;
}

/** Equal disagreements of the file as it is were there before: they are told, but not as news. */
function otherToolsOf(before: Config, after: Config): OtherTool[] {
  const known = new Set(compareReaders(before).map(({ kind, message }) => `${kind} ${message}`));
  return compareReaders(after).map(({ kind, line, message }) => ({
    line,
    message,
    isNew: !known.has(`${kind} ${message}`),
  }));
}

function staleOf({ base, database, file }: Workspace, current: Config): Stale {
  const revision = file && findRevision(database, file.sha256);
  const isApply = revision?.source === 'riposte' && revision.person !== null;
  const who = isApply ? personName(database, revision.person ?? '') : null;
  if (!base) return { sentences: null, theirs: null, baseSha256: '', who };
  return {
    sentences: compareConfigs(base, current).sentences,
    theirs: diffLines(new ShownLines(base.tree), new ShownLines(current.tree)),
    baseSha256: sha256Of(toBytes(base.tree.text)),
    who,
  };
}

function restoredOf(workspace: Workspace, before: Config, after: Config): Review['restored'] {
  const words = restoredWords(workspace);
  return words === null ? null : { words, sentences: compareConfigs(before, after).sentences };
}

import 'server-only';
import type { EveryAgent } from '@/components/review/apply-form';
import type { OtherTool } from '@/components/review/other-tools';
import { diffLines, type FileDiff } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { sha256Of } from '@/lib/history/contents';
import type { Agent, AgentSystem } from '@/lib/manager/manager';
import { toBytes } from '@/lib/ossec/byte-text';
import { compareConfigs } from '@/lib/ossec/compare/compare-configs';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import { outcomesOf, type ResponseOutcome } from '@/lib/ossec/edit/outcome';
import type { FindingsDifference } from '@/lib/ossec/findings/compare-findings';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import type { Config } from '@/lib/ossec/index';
import { compareReaders } from '@/lib/ossec/second-reader/compare-readers';
import { usualRestartMs } from '@/lib/workflow/apply/apply-record';
import { plannedFile, runningApply } from '@/lib/workflow/apply/start-apply';
import { type DescribedChange, describeChanges } from '@/lib/workflow/describe-draft';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { findInWorkspace } from '@/lib/workflow/find-in-workspace';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import type { RebasedChange } from '@/lib/workflow/rebase-changes';
import type { Workspace } from '@/lib/workflow/workspace';

export type Review = {
  changes: DescribedChange[];
  /** How many of them are in the plan. */
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
  usualSeconds: number | null;
  /** Set when somebody else changed the file after the draft was begun. */
  stale: { sentences: Phrase[] | null; theirs: FileDiff | null; baseSha256: string; conflicts: number } | null;
  running: number | null;
};

/** Everything that the page of Review shows of a draft; null when there is no draft, or no file to review it against. */
export async function loadReview(workspace: Workspace): Promise<Review | null> {
  const { config, file, draft, database } = workspace;
  if (!config || !file || !draft || draft.changes.length === 0) return null;
  const planned = plannedFile(config, workspace);
  if (!planned || !draft.plan.ok) return null;
  const { after } = draft.plan;
  const loaded = await loadFactsWithRules(workspace);
  const { agents } = loaded;
  const findings = findInWorkspace(workspace, loaded).difference;
  const isBlocked = [...findings.added, ...findings.staying].some(({ severity }) => severity === 'blocker');
  const { verdict } = after;
  const usualMs = usualRestartMs(database);
  const asked = plannedChanges(draft).map(({ change }) => change);
  const outcomes = outcomesOf(config.model, asked);
  const touched = outcomes.responses.filter(isTouched);
  return {
    changes: draft.changes.flatMap((one) => describeOne(workspace, config, one)),
    planned: asked.length,
    savedAt: draft.savedAt,
    baseSha256: file.sha256,
    newSha256: planned.sha256,
    diff: diffLines(new ShownLines(config.tree), new ShownLines(after.tree)),
    verdict: { accepted: verdict.accepted && !isBlocked, errors: verdict.errors },
    findings,
    otherTools: otherToolsOf(config, after),
    everyAgent: everyAgentOf(touched, agents),
    scripts: scriptsOf(touched, outcomes.commands),
    usualSeconds: usualMs === null ? null : Math.max(1, Math.round(usualMs / 1000)),
    stale: draft.stale ? staleOf(workspace, config) : null,
    running: runningApply(),
  };
}

/** A change that does not fit any more is told as it was meant: against the file it was made on, without a line of today. */
function describeOne({ base }: Workspace, config: Config, change: RebasedChange): DescribedChange[] {
  if (change.conflict === null || !base) return describeChanges(config.model, [change]);
  return describeChanges(base.model, [change]).map((words) => ({ ...words, line: null }));
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

/** A response that the draft makes run, or run otherwise. */
const isTouched = ({ before, after }: ResponseOutcome): boolean =>
  after !== null && !after.off && JSON.stringify(before) !== JSON.stringify(after);

const SYSTEMS: Record<AgentSystem, string> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  unix: 'Unix',
  unknown: 'of unknown system',
};

function everyAgentOf(touched: ResponseOutcome[], agents: Agent[]): EveryAgent | null {
  const everywhere = touched.filter(({ after }) => /all/i.test(after?.location ?? ''));
  if (everywhere.length === 0 || agents.length === 0) return null;
  const counts = (Object.keys(SYSTEMS) as AgentSystem[])
    .map((system) => ({ system, count: agents.filter((agent) => agent.system === system).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return {
    count: agents.length,
    systems: counts.map(({ system, count }) => `${count} ${SYSTEMS[system]}`).join(', '),
    commands: [...new Set(everywhere.map(({ after }) => after?.command ?? 'A response'))],
  };
}

function scriptsOf(touched: ResponseOutcome[], commands: ReturnType<typeof outcomesOf>['commands']): string[] {
  const onAgents = touched.filter(({ after }) => after?.location?.trim() !== 'server');
  const executables = onAgents.flatMap(({ after }) => {
    const command = commands.find((one) => one.after?.name === after?.command)?.after;
    return command && command.executable !== '' && stockCommandOf(command.executable) === null
      ? [command.executable]
      : [];
  });
  return [...new Set(executables)].sort();
}

function staleOf({ base, draft }: Workspace, current: Config): Review['stale'] {
  const conflicts = draft?.changes.filter(({ conflict }) => conflict !== null).length ?? 0;
  if (!base) return { sentences: null, theirs: null, baseSha256: '', conflicts };
  return {
    sentences: compareConfigs(base, current).sentences,
    theirs: diffLines(new ShownLines(base.tree), new ShownLines(current.tree)),
    baseSha256: sha256Of(toBytes(base.tree.text)),
    conflicts,
  };
}

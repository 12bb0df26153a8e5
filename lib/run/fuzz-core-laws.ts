// Owns what must hold for any file at all: each law throws a BrokenLaw that names it. Pure: text in, nothing out.
import { decodeText, encodeText, toByteString, toBytes } from '../ossec/byte-text.ts';
import { compareConfigs } from '../ossec/compare/compare-configs.ts';
import { findInConfig, toFacts } from '../ossec/findings/find-all.ts';
import type { RuleFacts } from '../ossec/findings/finding.ts';
import {
  applyEdits,
  type Change,
  type Config,
  invertEdits,
  type Plan,
  parseConfig,
  planChanges,
} from '../ossec/index.ts';
import { compareReaders } from '../ossec/second-reader/compare-readers.ts';
import type { XmlNode, XmlTree } from '../ossec/syntax/xml-tree.ts';
import type { Random } from '../sandbox/seeded-random.ts';
import { someChanges, unchangedSaves } from './fuzz-core-changes.ts';

export class BrokenLaw extends Error {}

function law(holds: boolean, words: string): asserts holds {
  if (!holds) throw new BrokenLaw(words);
}

/** What happened, to tell that the fuzzing reaches every part. */
export type Reached = { accepted: number; planned: number; refused: number; findings: number };

export const RULES: readonly RuleFacts[] = [
  { id: 1002, level: 2, groups: 'syslog,errors,' },
  { id: 5710, level: 5, groups: 'syslog,sshd,authentication_failed,' },
  { id: 5711, level: 0, groups: 'syslog,sshd,' },
  { id: 651, level: 3, groups: 'ossec,active_response,' },
  { id: 31103, level: 7, groups: 'web,attack,' },
];

const findings = (config: Config) =>
  findInConfig(config, { ...toFacts(config.model), agents: null, scripts: null, rules: RULES });

/** Checks every law on the file; counts in `reached` what it met. */
export function checkLaws(text: string, random: Random, reached: Reached): void {
  const config = parseConfig(toBytes(text));
  law(config.tree.text === text && toByteString(toBytes(text)) === text, 'lossless: the tree holds the text');
  law(encodeText(decodeText(text)) === text, 'lossless: decoding can be undone');
  checkTree(config.tree);
  const found = findings(config);
  reached.findings += found.length;
  // <global> is no part of the verdict, but a wrong address there keeps the manager from starting all the same.
  const isBlocked = found.some(({ severity, id }) => severity === 'blocker' && id !== 'white-list-entry');
  law(
    isBlocked === !config.verdict.accepted || config.verdict.crashes,
    'findings: a blocker exactly when the manager refuses',
  );
  compareReaders(config);
  reached.accepted += config.verdict.accepted ? 1 : 0;
  checkUnchanged(config);
  const changes = someChanges(config.model, random);
  const plan = planChanges(config, changes);
  if (plan.ok) {
    reached.planned++;
    checkPlan(config, plan, changes);
  } else {
    reached.refused++;
    law(
      plan.refused.every(({ change }) => change >= 0 && change < changes.length),
      'a refusal names a change',
    );
  }
}

function checkTree({ text, nodes, comments, error }: XmlTree): void {
  nodes.forEach((node, index) => {
    const parent = nodes[node.parent];
    law(text[node.start] === '<' && node.start < node.openEnd && node.end <= text.length, 'tree: an element in bounds');
    law(index === 0 || node.start > (nodes[index - 1] as XmlNode).start, 'tree: elements in file order');
    law(node.depth === (parent ? parent.depth + 1 : 0), 'tree: depth');
    law(!parent || node.start >= parent.openEnd, 'tree: a child behind the opening tag');
    if (error !== null) return;
    law(node.openEnd <= node.closeStart && node.closeStart <= node.end, 'tree: tags in order');
    law(!parent || node.end <= parent.closeStart, 'tree: a child inside its parent');
  });
  for (const { start, end } of comments) {
    law(text.startsWith('<!', start) && /[-!]>$/.test(text.slice(start, end)), 'tree: a comment with its marks');
  }
}

/** Saving what a form shows changes no byte; a value that the file should not hold may be refused. */
function checkUnchanged(config: Config): void {
  if (config.model.problem) return;
  for (const change of unchangedSaves(config.model, config.verdict.accepted)) {
    const plan = planChanges(config, [change]);
    if (plan.ok) law(plan.edits.length === 0, `unchanged save plans no edit: ${JSON.stringify(change)}`);
    else
      law(!config.verdict.accepted, `unchanged save is refused: ${plan.refused[0]?.message} ${JSON.stringify(change)}`);
  }
}

function checkPlan(config: Config, { edits, after }: Plan, changes: readonly Change[]): void {
  const { text } = config.tree;
  const changed = applyEdits(text, edits);
  law(after.tree.text === changed, 'plan: the text read back is the edited text');
  let at = 0;
  let shift = 0;
  for (const edit of edits) {
    law(edit.start >= at && edit.end >= edit.start, 'plan: edits sorted and apart');
    law(changed.slice(at + shift, edit.start + shift) === text.slice(at, edit.start), 'locality');
    shift += edit.text.length - (edit.end - edit.start);
    at = edit.end;
  }
  law(changed.slice(at + shift) === text.slice(at), 'locality: the rest');
  law(applyEdits(changed, invertEdits(text, edits)) === text, 'the inverse restores');
  law(after.tree.error === null && after.model.problem === null, 'plan: the file stays readable');
  law(after.verdict.accepted || !config.verdict.accepted, 'plan: an accepted file stays accepted');
  checkReadBack(after, changes);
  compareConfigs(config, after);
  compareReaders(after);
  findings(after);
}

/** A single edit of a response shows what was asked. */
function checkReadBack({ model }: Config, changes: readonly Change[]): void {
  const [change] = changes;
  if (changes.length !== 1 || change?.op !== 'edit-response' || change.index === undefined) return;
  const now = model.responses[change.index];
  const unset = new Set<string>(change.unset ?? []);
  for (const [key, asked] of Object.entries(change.set)) {
    if (key === 'disabled' || unset.has(key)) continue;
    const value = now?.[key as 'command'] ?? null;
    if (Array.isArray(asked)) law((value === null) === (asked.length === 0), `read back: ${key}`);
    else law(typeof asked === 'number' ? Number(value) === asked : value === asked, `read back: ${key}`);
  }
}

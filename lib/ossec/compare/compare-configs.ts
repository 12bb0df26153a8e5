/*
 * Two configurations compared, as the changes that lead from one to the other, and as sentences. Where a difference is none
 * that a change can say, `otherLinesChanged` tells so: then the changes are true, but not all.
 */

import { type Phrase, toText } from '../describe/phrase.ts';
import type { Change } from '../edit/change.ts';
import { planChanges } from '../edit/plan-changes.ts';
import type { Config } from '../index.ts';
import { commandChanges } from './command-changes.ts';
import { describeChange } from './describe-change.ts';
import { matchByKey } from './match-items.ts';
import { otherLines, residueOf } from './other-lines.ts';
import { responseChanges } from './response-changes.ts';
import { itemKey, type ResponseItem, responseItems } from './response-item.ts';

export type Comparison = {
  /** In an order in which they can be planned on the file before. */
  changes: Change[];
  /** The files differ in more than the changes say. */
  otherLinesChanged: boolean;
  sentences: Phrase[];
};

const OTHER: Phrase = ['Other lines of the file changed, too.'];
const ONLY_OTHER: Phrase = ['Commands, responses and the white list say the same; other lines of the file changed.'];

/** What changed from `before` to `after`. Never throws. */
export function compareConfigs(before: Config, after: Config): Comparison {
  if (before.tree.text === after.tree.text) return { changes: [], otherLinesChanged: false, sentences: [] };
  const commands = commandChanges(before.model.commands, after.model.commands);
  const responses = responseChanges(before, after, commands.renamed);
  const changes = [
    ...commands.edits,
    ...commands.additions,
    ...responses.edits,
    ...responses.removals,
    ...responses.additions,
    ...commands.removals,
    ...whiteListChanges(before, after),
  ];
  const otherLinesChanged =
    commands.unsaid ||
    responses.unsaid ||
    otherLines(before) !== otherLines(after) ||
    commands.pairs.some(([was, is]) => residueOf(before.tree, was.span) !== residueOf(after.tree, is.span)) ||
    responses.pairs.some(([was, is]) => hasOtherResidue(before, after, was, is)) ||
    isWrong(before, after, changes);
  const sentences = changes.map((change) => sentenceOf(before, change));
  if (otherLinesChanged) sentences.push(changes.length > 0 ? OTHER : ONLY_OTHER);
  return { changes, otherLinesChanged, sentences };
}

function sentenceOf(before: Config, change: Change): Phrase {
  const { title, detail } = describeChange(before.model, change);
  return toText(detail) === '' ? [{ strong: title }, '.'] : [{ strong: title }, ': ', ...detail];
}

function hasOtherResidue(before: Config, after: Config, was: ResponseItem, is: ResponseItem): boolean {
  if ('commented' in was.target || 'commented' in is.target)
    return was.block.repeatedOffenders !== is.block.repeatedOffenders;
  return residueOf(before.tree, was.block.span) !== residueOf(after.tree, is.block.span);
}

function whiteListChanges(before: Config, after: Config): Change[] {
  const addresses = ({ model }: Config) => model.whiteList.map(({ address }) => address);
  const { before: gone, after: come } = matchByKey(addresses(before), addresses(after), (address) => address);
  return [
    ...gone.map((address): Change => ({ op: 'remove-white-list', address })),
    ...come.map((address): Change => ({ op: 'add-white-list', address })),
  ];
}

/** The changes, planned, lead to something else: then they do not say it all. */
function isWrong(before: Config, after: Config, changes: Change[]): boolean {
  const plan = planChanges(before, changes);
  return plan.ok && meaningOf(plan.after) !== meaningOf(after);
}

/** Commands, responses and white list as one text, whatever their places. */
export function meaningOf(config: Config): string {
  const { blocks, commented } = responseItems(config);
  return JSON.stringify([
    config.model.commands.map((one) => [one.name, one.executable, one.extraArgs, one.timeoutAllowed].join('\n')).sort(),
    [...blocks, ...commented].map((item) => itemKey(item)).sort(),
    config.model.whiteList.map(({ address }) => address).sort(),
  ]);
}

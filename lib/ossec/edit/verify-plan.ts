/*
 * Editing that can't lie: the planned text is read back with the same reader and compared with what was asked. A difference
 * is a refusal, never a surprise on the manager.
 */
import type { Config } from '../index.ts';
import type { CommentedResponse, ResponseBlock } from '../model/config-model.ts';
import { RESPONSE_TAGS } from './block-tags.ts';
import { RefusedChange } from './refusal.ts';
import {
  type CommandTarget,
  type ResponseTarget,
  type TargetState,
  writtenCommand,
  writtenResponse,
} from './target-state.ts';
import type { TextEdit } from './text-edit.ts';
import { verifyLoads } from './verify-loads.ts';

const commandKey = (target: CommandTarget): string => {
  const { tags, block } = target;
  const allowed = tags.has('timeout_allowed') ? tags.get('timeout_allowed') === 'yes' : block?.timeoutAllowed === true;
  const texts = ['name', 'executable', 'extraArgs'].map((key) => writtenCommand(target, key));
  return JSON.stringify([...texts, allowed]);
};

const FIELDS = Object.keys(RESPONSE_TAGS) as (keyof typeof RESPONSE_TAGS)[];

const askedResponseKey = (target: ResponseTarget): string =>
  JSON.stringify([...FIELDS.map((key) => writtenResponse(target, key)), target.off]);

const responseKey = (values: ResponseBlock | CommentedResponse, off: boolean): string =>
  JSON.stringify([...FIELDS.map((key) => values[key]), off]);

const differs = () =>
  new RefusedChange(
    'read-back-differs',
    'Riposte read the planned file back and it did not say what was asked.',
    'This part of the file is written in a way Riposte cannot edit for certain. Change it with an editor.',
  );

/** The same items, however ordered, and the old ones in their old order. */
function assertSame(expectedOld: string[], expectedNew: string[], actual: string[]): void {
  const rest = [...expectedNew];
  let next = 0;
  for (const item of actual) {
    if (item === expectedOld[next]) next++;
    else if (rest.includes(item)) rest.splice(rest.indexOf(item), 1);
    else throw differs();
  }
  if (next < expectedOld.length || rest.length > 0) throw differs();
}

/** Throws RefusedChange when `after` is not exactly `before` with the state's changes. */
export function verifyPlan(before: Config, after: Config, state: TargetState, edits: readonly TextEdit[]): void {
  if (after.model.problem) throw differs();
  const commands = state.commands.filter((target) => !target.removed);
  assertSame(
    commands.filter((target) => target.block).map(commandKey),
    commands.filter((target) => !target.block).map(commandKey),
    after.model.commands.map((block) => commandKey({ kind: 'command', block, tags: new Map(), removed: false })),
  );
  assertResponses(after, state);
  assertWhiteList(before, after, state);
  verifyLoads(before, after, state, edits);
}

function assertResponses(after: Config, state: TargetState): void {
  const staying = state.responses.filter((target) => !target.removed);
  const wasLive = staying.filter((target) => target.block && !target.off);
  const others = staying.filter((target) => !(target.block && !target.off));
  const live = after.model.responses.filter((block) => !block.disabled).map((block) => responseKey(block, false));
  const off = [...after.model.responses.filter((block) => block.disabled), ...after.model.commented].map((block) =>
    responseKey(block, true),
  );
  assertSame(wasLive.map(askedResponseKey), others.filter((target) => !target.off).map(askedResponseKey), live);
  assertSame([], others.filter((target) => target.off).map(askedResponseKey), off);
}

function assertWhiteList(before: Config, after: Config, state: TargetState): void {
  const kept = before.model.whiteList
    .map((entry) => entry.address)
    .filter((address) => !state.whiteListRemoved.includes(address));
  assertSame(
    kept,
    state.whiteListAdded,
    after.model.whiteList.map((entry) => entry.address),
  );
}

/*
 * What the manager makes of the planned file: it must still start, undo what it was asked to undo, and send every response
 * that is no part of the change wherever it was sent before.
 */
import type { Config } from '../index.ts';
import { toCInt } from '../model/c-number.ts';
import { locationsOf } from '../model/load-response.ts';
import type { LoadedResponse, Queues } from '../model/verdict.ts';
import { lineAt } from '../syntax/xml-tree.ts';
import { RefusedChange } from './refusal.ts';
import { commandOf, locationOf, type TargetState } from './target-state.ts';
import { offsetBefore, type TextEdit } from './text-edit.ts';

/** Throws RefusedChange when the manager would make of `after` what nobody asked for. */
export function verifyLoads(before: Config, after: Config, state: TargetState, edits: readonly TextEdit[]): void {
  // The line of a block as the admin sees it: in the file before the edits; null for a new block.
  const lineOf = (block: { span: { start: number } } | undefined): number | null => {
    const offset = block ? offsetBefore(edits, block.span.start) : null;
    return offset === null ? null : lineAt(before.tree.text, offset);
  };
  if (before.verdict.accepted) {
    assertStarts(after);
    assertTimeouts(before, after, state, (block) => lineOf(after.model.responses[block]));
  }
  assertNobodySilenced(before, after, state, () => lineOf(after.model.responses.findLast((block) => block.disabled)));
}

function assertStarts({ verdict }: Config): void {
  if (verdict.accepted) return;
  const said = verdict.errors[0] ?? 'It would crash.';
  const code = said.startsWith('(1303)') ? 'command-below' : 'manager-would-refuse';
  throw new RefusedChange(
    code,
    `Wazuh would refuse the file: ${said}`,
    'Put the command above the responses that use it, or choose other values.',
  );
}

/** The responses whose timeout the manager sets to 0 because their command allows none. */
const droppedTimeouts = ({ verdict, model }: Config): LoadedResponse[] =>
  verdict.responses.filter((response) => response.timeout !== toCInt(model.responses[response.block]?.timeout ?? ''));

/** Timeouts that were dropped before may stay so; a change must not add one. */
function assertTimeouts(before: Config, after: Config, state: TargetState, lineOf: (block: number) => number | null) {
  const was = new Set(droppedTimeouts(before).map((response) => response.block));
  const known = new Map<string, number>();
  for (const target of state.responses) {
    const name = commandOf(target);
    if (name === null || target.tags.has('timeout') || !target.block || !was.has(target.block.index)) continue;
    known.set(name, (known.get(name) ?? 0) + 1);
  }
  for (const { command, block } of droppedTimeouts(after)) {
    const left = (known.get(command) ?? 0) - 1;
    known.set(command, left);
    if (left >= 0) continue;
    throw new RefusedChange(
      'timeout-not-allowed',
      `The command ${command} does not allow a timeout: Wazuh would drop it and never undo the response.`,
      'Allow a timeout in the command, or remove the timeout from the response.',
      lineOf(block),
    );
  }
}

const needs = (location: readonly string[]): Queues => ({
  local: location.includes('AS_ONLY') || location.includes('REMOTE_AGENT'),
  remote: location.some((word) => word !== 'AS_ONLY'),
});

/** A response that stays on must still be sent wherever it was sent, and shall be sent, before (dialect §7). */
function assertNobodySilenced(before: Config, after: Config, state: TargetState, line: () => number | null): void {
  const was = before.verdict.queues;
  const is = after.verdict.queues;
  const loaded = new Map(before.verdict.responses.map((response) => [response.block, needs(response.location)]));
  const hurt = state.responses.find((target) => {
    const had = target.block && !target.removed && !target.off ? loaded.get(target.block.index) : undefined;
    if (!had) return false;
    const need = needs(locationsOf(locationOf(target) ?? ''));
    return (
      (had.local && need.local && was.local && !is.local) || (had.remote && need.remote && was.remote && !is.remote)
    );
  })?.block;
  const execdOff = !before.verdict.execd.disabled && after.verdict.execd.disabled;
  if (!hurt && !execdOff) return;
  throw new RefusedChange(
    'would-silence-others',
    execdOff
      ? 'A disabled block would come first and switch off every response on the manager.'
      : `A disabled block would silence ${hurt?.command ?? 'other responses'} (line ${hurt?.line}) and those above it.`,
    'Enable the disabled block, or remove it, in the same draft.',
    line(),
  );
}

/*
 * Editing that can't lie: the planned text is read back with the same reader and compared with what was asked. A difference
 * is a refusal, never a surprise on the manager.
 */
import type { Config } from '../index.ts';
import { toCInt } from '../model/c-number.ts';
import type { Queues, Verdict } from '../model/verdict.ts';
import { RefusedChange } from './refusal.ts';
import { type CommandTarget, commandOf, type ResponseTarget, type TargetState } from './target-state.ts';

const asked = (
  was: string | null | undefined,
  target: { tags: Map<string, string | null> },
  tag: string,
): string | null => (target.tags.has(tag) ? (target.tags.get(tag) ?? null) : (was ?? null));

const commandKey = ({ block, ...target }: CommandTarget): string =>
  JSON.stringify([
    asked(block?.name, target, 'name'),
    asked(block?.executable, target, 'executable'),
    asked(block?.extraArgs, target, 'extra_args'),
    (target.tags.has('timeout_allowed') ? target.tags.get('timeout_allowed') === 'yes' : block?.timeoutAllowed) ??
      false,
  ]);

type ResponseValues = {
  command: string | null;
  location: string | null;
  agentId: string | null;
  level: string | null;
  rulesGroup: string | null;
  rulesId: string | null;
  timeout: string | null;
};

const responseKey = (values: ResponseValues, off: boolean): string =>
  JSON.stringify([
    values.command,
    values.location,
    values.agentId,
    values.level,
    values.rulesGroup,
    values.rulesId,
    values.timeout,
    off,
  ]);

function askedResponseKey(target: ResponseTarget): string {
  const was = target.block ?? target.commented;
  return responseKey(
    {
      command: commandOf(target),
      location: asked(was?.location, target, 'location'),
      agentId: asked(was?.agentId, target, 'agent_id'),
      level: asked(was?.level, target, 'level'),
      rulesGroup: asked(was?.rulesGroup, target, 'rules_group'),
      rulesId: asked(was?.rulesId, target, 'rules_id'),
      timeout: asked(was?.timeout, target, 'timeout'),
    },
    target.off,
  );
}

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
export function verifyPlan(before: Config, after: Config, state: TargetState): void {
  if (after.model.problem) throw differs();
  const commands = state.commands.filter((target) => !target.removed);
  assertSame(
    commands.filter((target) => target.block).map(commandKey),
    commands.filter((target) => !target.block).map(commandKey),
    after.model.commands.map((block) => commandKey({ kind: 'command', block, tags: new Map(), removed: false })),
  );
  assertResponses(after, state);
  assertWhiteList(before, after, state);
  assertLoads(before, after);
  assertNobodySilenced(before, after, state);
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

/** The manager must take the new file if it took the old one, with the timeouts that were asked. */
function assertLoads(before: Config, after: Config): void {
  if (!before.verdict.accepted) return;
  if (!after.verdict.accepted) {
    const said = after.verdict.errors[0] ?? 'It would crash.';
    const code = said.startsWith('(1303)') ? 'command-below' : 'manager-would-refuse';
    throw new RefusedChange(
      code,
      `Wazuh would refuse the file: ${said}`,
      'Put the command above the responses that use it, or choose other values.',
    );
  }
  const dropped = (verdict: Verdict, config: Config) =>
    verdict.responses.filter(
      (response) => response.timeout !== toCInt(config.model.responses[response.block]?.timeout ?? ''),
    );
  const known = new Set(dropped(before.verdict, before).map((response) => response.command));
  const lost = dropped(after.verdict, after).find((response) => !known.has(response.command));
  if (lost) {
    throw new RefusedChange(
      'timeout-not-allowed',
      `The command ${lost.command} does not allow a timeout: Wazuh would drop it and never undo the response.`,
      'Allow a timeout in the command, or remove the timeout from the response.',
      after.model.responses[lost.block]?.line ?? null,
    );
  }
}

const needs = (location: readonly string[]): Queues => ({
  local: location.includes('AS_ONLY') || location.includes('REMOTE_AGENT'),
  remote: location.some((word) => word !== 'AS_ONLY'),
});

/** A response that is not part of the change must still be sent wherever it was sent before (dialect §7). */
function assertNobodySilenced(before: Config, after: Config, state: TargetState): void {
  const others = state.responses.filter(
    (target) => target.block && !target.removed && !target.off && !target.block.disabled,
  );
  const hurt = others.find(({ block }) => {
    const loaded = before.verdict.responses.find((response) => response.block === block?.index);
    if (!loaded) return false;
    const need = needs(loaded.location);
    const was = before.verdict.queues;
    const is = after.verdict.queues;
    return (need.local && was.local && !is.local) || (need.remote && was.remote && !is.remote);
  });
  const execdOff = !before.verdict.execd.disabled && after.verdict.execd.disabled;
  if (!hurt && !execdOff) return;
  const culprit = after.model.responses.findLast((block) => block.disabled);
  throw new RefusedChange(
    'would-silence-others',
    execdOff
      ? 'A disabled block would come first and switch off every response on the manager.'
      : `A disabled block would silence ${hurt?.block?.command ?? 'other responses'} (line ${hurt?.block?.line}) and those above it.`,
    'Enable the disabled block, or remove it, in the same draft.',
    culprit?.line ?? null,
  );
}

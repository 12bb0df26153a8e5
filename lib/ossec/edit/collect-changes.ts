/*
 * Folds changes, in order, into a target state, and refuses what can't be done. Knows names and rules of use; knows no text.
 */
import type { ConfigModel } from '../model/config-model.ts';
import { commandTags, responseTags, type Tags } from './block-tags.ts';
import type { Change } from './change.ts';
import { changedFields } from './changed-fields.ts';
import { RefusedChange } from './refusal.ts';
import {
  agentOf,
  type CommandTarget,
  commandOf,
  initialState,
  isBlock,
  locationOf,
  nameOf,
  type ResponseTarget,
  type TargetState,
  writtenCommand,
  writtenResponse,
} from './target-state.ts';
import { collectWhiteList } from './white-list-changes.ts';

/** The state after all changes; `change` tells which one threw. */
export function collectChanges(
  model: ConfigModel,
  changes: readonly Change[],
  at: (change: number) => void,
): TargetState {
  const state = initialState(model);
  changes.forEach((change, index) => {
    at(index);
    collect(state, change, model);
  });
  return state;
}

function collect(state: TargetState, change: Change, model: ConfigModel): void {
  switch (change.op) {
    case 'add-command':
      assertNameFree(state, change.command.name);
      state.commands.push({ kind: 'command', block: null, tags: commandTags(change.command), removed: false });
      return;
    case 'edit-command':
      editCommand(state, change);
      return;
    case 'remove-command':
      removeCommand(state, change);
      return;
    case 'add-response':
      addResponse(state, change.response);
      return;
    case 'edit-response':
      editResponse(state, change);
      return;
    case 'remove-response':
      findResponse(state, change).removed = true;
      return;
    case 'disable-response':
      findResponse(state, change).off = true;
      return;
    case 'enable-response':
      enableResponse(state, findResponse(state, change));
      return;
    default:
      collectWhiteList(state, change, model);
      return;
  }
}

function assertNameFree(state: TargetState, name: string, except?: CommandTarget): void {
  const taken = state.commands.find((command) => command !== except && !command.removed && nameOf(command) === name);
  if (taken) {
    const hint = 'Choose another name: of two commands with one name, Wazuh uses the first and says nothing.';
    throw new RefusedChange('name-taken', `There is already a command named ${name}.`, hint, taken.block?.line ?? null);
  }
}

function findCommand(state: TargetState, name: string, index?: number, fingerprint?: string): CommandTarget {
  const found = state.commands.find(
    (command) =>
      !command.removed && nameOf(command) === name && (index === undefined || command.block?.index === index),
  );
  if (!found)
    throw new RefusedChange(
      'no-such-command',
      `There is no command named ${name}.`,
      'It was removed or renamed. Reload the page.',
    );
  assertUnchanged(found.block, fingerprint);
  return found;
}

function assertUnchanged(block: { fingerprint: string; line: number } | null, fingerprint?: string): void {
  if (!block || fingerprint === undefined || block.fingerprint === fingerprint) return;
  const hint = 'Look at what it says now, then make your change again.';
  throw new RefusedChange('block-changed', 'This block was changed since you looked at it.', hint, block.line);
}

const usersOf = (state: TargetState, name: string): ResponseTarget[] =>
  state.responses.filter((response) => !response.removed && commandOf(response) === name);

function merge(target: { tags: Tags }, tags: Tags): void {
  for (const [tag, value] of tags) target.tags.set(tag, value);
}

function editCommand(state: TargetState, change: Extract<Change, { op: 'edit-command' }>): void {
  const command = findCommand(state, change.name, undefined, change.fingerprint);
  const set = changedFields(change.set, (key) => writtenCommand(command, key));
  const users = set.name === undefined ? [] : usersOf(state, change.name);
  if (set.name !== undefined) assertNameFree(state, set.name, command);
  merge(command, commandTags(set, change.unset));
  for (const user of users) user.tags.set('command', set.name ?? null);
}

function removeCommand(state: TargetState, change: Extract<Change, { op: 'remove-command' }>): void {
  const command = findCommand(state, change.name, change.index, change.fingerprint);
  const isShadowed = command.block?.shadowed ?? false;
  const users = usersOf(state, change.name).filter(isBlock);
  if (users.length > 0 && !isShadowed) {
    const lines = users.flatMap((user) => user.block?.line ?? []);
    const where = lines.length > 0 ? ` (line ${lines.join(', ')})` : '';
    throw new RefusedChange(
      'command-in-use',
      `${users.length === 1 ? '1 response uses' : `${users.length} responses use`} ${change.name}${where}.`,
      'Remove them first, or together with the command.',
      lines[0] ?? null,
    );
  }
  command.removed = true;
}

function assertCommandKnown(state: TargetState, name: string | null): void {
  const known = state.commands.some((command) => !command.removed && nameOf(command) === name);
  if (known) return;
  throw new RefusedChange(
    'unknown-command',
    `There is no command named ${name ?? '(none)'}.`,
    'Define the command first.',
  );
}

function addResponse(state: TargetState, response: Extract<Change, { op: 'add-response' }>['response']): void {
  assertCommandKnown(state, response.command);
  assertAgent(response.location, response.agentId);
  state.responses.push({
    kind: 'response',
    block: null,
    commented: null,
    tags: responseTags(response),
    removed: false,
    off: response.disabled === true,
  });
}

/** One agent number above 0: the manager drops a block with any other (dialect §5.2). */
function assertAgent(location: string | undefined, agentId: string | undefined): void {
  if (agentId !== undefined && (!/^\d{1,9}$/.test(agentId) || Number(agentId) === 0)) {
    const hint = 'Use one agent ID such as 007. For the manager itself choose location server.';
    throw new RefusedChange('agent-missing', `“${agentId}” is not the ID of one agent.`, hint);
  }
  if (location === 'defined-agent' && agentId === undefined) {
    throw new RefusedChange(
      'agent-missing',
      'Location defined-agent needs an agent ID.',
      'Choose the agent that should run it.',
    );
  }
}

function findResponse(
  state: TargetState,
  change: { index?: number; commented?: number; fingerprint?: string },
): ResponseTarget {
  const found = state.responses.find((response) =>
    change.commented === undefined
      ? response.block !== null && response.block.index === change.index
      : response.commented !== null && response.commented.commented === change.commented,
  );
  if (!found || found.removed) {
    throw new RefusedChange(
      'no-such-response',
      'There is no such active response in the file.',
      'It was removed. Reload the page.',
    );
  }
  assertUnchanged(found.block ?? found.commented, change.fingerprint);
  return found;
}

function editResponse(state: TargetState, change: Extract<Change, { op: 'edit-response' }>): void {
  const target = findResponse(state, change);
  const { disabled, ...asked } = change.set;
  const unset = change.unset ?? [];
  const set = changedFields(asked, (key) => writtenResponse(target, key));
  if (set.command !== undefined) assertCommandKnown(state, set.command);
  merge(target, responseTags(set, unset));
  const touched = set.location !== undefined || set.agentId !== undefined || unset.includes('agentId');
  const needsAgent = touched && locationOf(target) === 'defined-agent';
  if (needsAgent) assertAgent('defined-agent', agentOf(target) ?? undefined);
  else assertAgent(undefined, set.agentId);
  if (disabled === true) target.off = true;
  if (disabled === false || unset.includes('disabled')) enableResponse(state, target);
}

/** One that is on stays as it is: a block of repeated_offenders alone names no command, and needs none. */
function enableResponse(state: TargetState, target: ResponseTarget): void {
  if (!target.off) return;
  assertCommandKnown(state, commandOf(target));
  target.off = false;
}

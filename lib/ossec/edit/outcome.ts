/*
 * What changes make of each block, as values before and after: what lists and sentences show of a draft. Plans nothing.
 */
import type { CommandFacts, ResponseFacts } from '../findings/finding.ts';
import type { CommandBlock, CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import type { Tags } from './block-tags.ts';
import type { Change } from './change.ts';
import { collectChanges } from './collect-changes.ts';
import { RefusedChange } from './refusal.ts';
import { type CommandTarget, initialState, type ResponseTarget } from './target-state.ts';

export type Outcome<Facts, Block> = {
  /** Null for one that the changes add. */
  block: Block | null;
  before: Facts | null;
  /** Null for one that the changes remove. */
  after: Facts | null;
  /** Counts the added ones of this kind from 0, in the order of the changes; null for one of the file. */
  added: number | null;
};

export type CommandOutcome = Outcome<CommandFacts, CommandBlock>;
export type ResponseOutcome = Outcome<ResponseFacts, ResponseBlock | CommentedResponse>;

/** The facts of a command block. */
export const commandFacts = (block: CommandBlock): CommandFacts => ({
  name: block.name ?? '',
  executable: block.executable ?? '',
  extraArgs: block.extraArgs,
  timeoutAllowed: block.timeoutAllowed,
  shadowed: block.shadowed,
  line: block.line,
});

/** The facts of a response block, or of one inside a comment. */
export const responseFacts = (block: ResponseBlock | CommentedResponse): ResponseFacts => ({
  command: block.command,
  location: block.location,
  agentId: block.agentId,
  level: block.level,
  rulesGroup: block.rulesGroup,
  rulesId: block.rulesId,
  timeout: block.timeout,
  repeatedOffenders: block.repeatedOffenders,
  off: block.disabled || 'commented' in block,
  line: block.line,
});

const tagged = <T>(tags: Tags, tag: string, was: T): string | T | null =>
  tags.has(tag) ? (tags.get(tag) ?? null) : was;

function commandAfter({ block, tags }: CommandTarget): CommandFacts {
  const was = block ? commandFacts(block) : null;
  return {
    name: tagged(tags, 'name', was?.name) ?? '',
    executable: tagged(tags, 'executable', was?.executable) ?? '',
    extraArgs: tagged(tags, 'extra_args', was?.extraArgs) ?? null,
    timeoutAllowed: tags.has('timeout_allowed')
      ? tags.get('timeout_allowed') === 'yes'
      : (was?.timeoutAllowed ?? false),
    shadowed: was?.shadowed ?? false,
    line: was?.line ?? null,
  };
}

function responseAfter({ block, commented, tags, off }: ResponseTarget): ResponseFacts {
  const source = block ?? commented;
  const was = source ? responseFacts(source) : null;
  return {
    command: tagged(tags, 'command', was?.command) ?? null,
    location: tagged(tags, 'location', was?.location) ?? null,
    agentId: tagged(tags, 'agent_id', was?.agentId) ?? null,
    level: tagged(tags, 'level', was?.level) ?? null,
    rulesGroup: tagged(tags, 'rules_group', was?.rulesGroup) ?? null,
    rulesId: tagged(tags, 'rules_id', was?.rulesId) ?? null,
    timeout: tagged(tags, 'timeout', was?.timeout) ?? null,
    repeatedOffenders: was?.repeatedOffenders ?? null,
    off,
    line: was?.line ?? null,
  };
}

/** Before and after of every command and response, in file order, added ones last. Refused changes count as not asked. */
export function outcomesOf(
  model: ConfigModel,
  changes: readonly Change[],
): { commands: CommandOutcome[]; responses: ResponseOutcome[] } {
  const state = collectOrNothing(model, changes);
  let addedCommands = 0;
  let addedResponses = 0;
  const commands = state.commands.map(
    (target): CommandOutcome => ({
      block: target.block,
      before: target.block && commandFacts(target.block),
      after: target.removed ? null : commandAfter(target),
      added: target.block ? null : addedCommands++,
    }),
  );
  const responses = state.responses.map((target): ResponseOutcome => {
    const block = target.block ?? target.commented;
    return {
      block,
      before: block && responseFacts(block),
      after: target.removed ? null : responseAfter(target),
      added: block ? null : addedResponses++,
    };
  });
  const place = ({ block }: ResponseOutcome) => block?.span.start ?? Number.MAX_SAFE_INTEGER;
  return { commands, responses: responses.sort((a, b) => place(a) - place(b)) };
}

function collectOrNothing(model: ConfigModel, changes: readonly Change[]) {
  try {
    return collectChanges(model, changes, () => {});
  } catch (thrown) {
    if (thrown instanceof RefusedChange) return initialState(model);
    throw thrown;
  }
}

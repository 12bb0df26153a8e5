/* From the model of a file to what the checks look at, and back: which block a finding is about. */
import type { CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import type { CommandFacts, Facts, ResponseFacts } from './finding.ts';

/** The block behind an index of Facts.responses. */
export type ResponseRef = { kind: 'live'; index: number } | { kind: 'commented'; commented: number };

/** The file's part of the facts: live responses in file order, then those inside comments. */
export type ModelFacts = Required<Pick<Facts, 'commands' | 'responses' | 'whiteList'>>;

export function toFacts(model: ConfigModel): ModelFacts {
  return {
    commands: model.commands.map(
      ({ name, executable, extraArgs, timeoutAllowed, shadowed, line }): CommandFacts => ({
        name: name ?? '',
        executable: executable ?? '',
        extraArgs,
        timeoutAllowed,
        shadowed,
        line,
      }),
    ),
    responses: [
      ...model.responses.map((block) => toResponseFacts(block, block.disabled)),
      ...model.commented.map((block) => toResponseFacts(block, true)),
    ],
    whiteList: model.whiteList.map(({ address, line }) => ({ address, line })),
  };
}

const toResponseFacts = (block: ResponseBlock | CommentedResponse, off: boolean): ResponseFacts => ({
  command: block.command,
  location: block.location,
  agentId: block.agentId,
  level: block.level,
  rulesGroup: block.rulesGroup,
  rulesId: block.rulesId,
  timeout: block.timeout,
  repeatedOffenders: block.repeatedOffenders,
  off,
  line: block.line,
});

/** Facts.responses[index] of `toFacts(model)` is this block of the file. */
export const responseRefOf = (model: ConfigModel, index: number): ResponseRef =>
  index < model.responses.length
    ? { kind: 'live', index }
    : { kind: 'commented', commented: index - model.responses.length };

/** The way back: where `toFacts(model)` puts the block. */
export const factsIndexOf = (model: ConfigModel, ref: ResponseRef): number =>
  ref.kind === 'live' ? ref.index : model.responses.length + ref.commented;

/*
 * What the asked changes add up to, before any text is touched: for each block of the file what it should say, and the
 * blocks to be added. Later changes win over earlier ones; indices always mean the file as it was.
 */
import type { CommandBlock, CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import type { Tags } from './block-tags.ts';

export type CommandTarget = { kind: 'command'; block: CommandBlock | null; tags: Tags; removed: boolean };

export type ResponseTarget = {
  kind: 'response';
  /** Null for a response to be added. */
  block: ResponseBlock | null;
  commented: CommentedResponse | null;
  tags: Tags;
  removed: boolean;
  off: boolean;
};

export type TargetState = {
  commands: CommandTarget[];
  responses: ResponseTarget[];
  whiteListAdded: string[];
  whiteListRemoved: string[];
};

/** The file as it is: nothing to change. */
export function initialState(model: ConfigModel): TargetState {
  const none = () => ({ tags: new Map() as Tags, removed: false });
  return {
    commands: model.commands.map((block) => ({ kind: 'command', block, ...none() })),
    responses: [
      ...model.responses.map(
        (block): ResponseTarget => ({ kind: 'response', block, commented: null, ...none(), off: block.disabled }),
      ),
      ...model.commented.map(
        (commented): ResponseTarget => ({ kind: 'response', block: null, commented, ...none(), off: true }),
      ),
    ],
    whiteListAdded: [],
    whiteListRemoved: [],
  };
}

/** The name the command will have. */
export const nameOf = (target: CommandTarget): string | null =>
  target.tags.has('name') ? (target.tags.get('name') ?? null) : (target.block?.name ?? null);

/** The command the response will name. */
export const commandOf = (target: ResponseTarget): string | null =>
  target.tags.has('command')
    ? (target.tags.get('command') ?? null)
    : (target.block?.command ?? target.commented?.command ?? null);

/** A block that stands, or will stand, in the file: live, disabled by its tag, or new. Comments do not count. */
export const isBlock = (target: ResponseTarget): boolean => !target.removed && target.commented === null;

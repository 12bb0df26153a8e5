/*
 * What the asked changes add up to, before any text is touched: for each block of the file what it should say, and the
 * blocks to be added. Later changes win over earlier ones; indices always mean the file as it was.
 */
import type { CommandBlock, CommentedResponse, ConfigModel, ResponseBlock } from '../model/config-model.ts';
import { COMMAND_TAGS, RESPONSE_TAGS, type Tags } from './block-tags.ts';

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

type Fields = Record<string, string | boolean | number | null | object | undefined>;

/** What `tag` will say: as asked so far, else as the file says it. Null when it is, or will be, absent. */
function written(tags: Tags, was: object | null, tag: string, key: string): string | null {
  if (tags.has(tag)) return tags.get(tag) ?? null;
  const value = (was as Fields | null)?.[key];
  return typeof value === 'string' ? value : null;
}

const fileSays = (target: ResponseTarget): ResponseBlock | CommentedResponse | null => target.block ?? target.commented;

/** A field of a command as text; null for `timeoutAllowed`, whose spelling the model does not keep. */
export const writtenCommand = ({ tags, block }: CommandTarget, key: string): string | null =>
  written(tags, block, COMMAND_TAGS[key as keyof typeof COMMAND_TAGS], key);

/** A field of a response as text. */
export const writtenResponse = (target: ResponseTarget, key: string): string | null =>
  written(target.tags, fileSays(target), RESPONSE_TAGS[key as keyof typeof RESPONSE_TAGS], key);

/** The name the command will have. */
export const nameOf = (target: CommandTarget): string | null => writtenCommand(target, 'name');

/** The command the response will name. */
export const commandOf = (target: ResponseTarget): string | null => writtenResponse(target, 'command');

/** Where the response will run, and on which agent. */
export const locationOf = (target: ResponseTarget): string | null => writtenResponse(target, 'location');
export const agentOf = (target: ResponseTarget): string | null => writtenResponse(target, 'agentId');

/** A block that stands, or will stand, in the file: live, disabled by its tag, or new. Comments do not count. */
export const isBlock = (target: ResponseTarget): boolean => !target.removed && target.commented === null;

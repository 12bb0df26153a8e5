/*
 * From asked values to tags: which text goes into which element, in the order Riposte writes them. Refuses what the dialect
 * can't carry, so that what is written is what is read back.
 */
import { encodeText } from '../byte-text.ts';
import type { CommandInput, ResponseInput } from './change.ts';
import { RefusedChange } from './refusal.ts';
import { toRulesGroup } from './rules-group.ts';

/** Element name → text, or null to remove the element. */
export type Tags = Map<string, string | null>;

/** Field → element, of a command and of a response. */
export const COMMAND_TAGS = {
  name: 'name',
  executable: 'executable',
  extraArgs: 'extra_args',
  timeoutAllowed: 'timeout_allowed',
} as const;
export const RESPONSE_TAGS = {
  command: 'command',
  location: 'location',
  agentId: 'agent_id',
  level: 'level',
  rulesGroup: 'rules_group',
  rulesId: 'rules_id',
  timeout: 'timeout',
} as const;

/** The order in which a new block lists its elements. */
export const COMMAND_ORDER = ['name', 'executable', 'extra_args', 'timeout_allowed'];
export const RESPONSE_ORDER = [
  'disabled',
  'command',
  'location',
  'agent_id',
  'level',
  'rules_group',
  'rules_id',
  'timeout',
];

/** Longest value the manager's reader takes, in bytes. */
const MAX_VALUE_BYTES = 20479;

/** Throws RefusedChange when the dialect can't carry the value (dialect §2.2, §2.3, §2.6). */
export function assertCarried(tag: string, value: string): void {
  const refuse = (why: string, hint: string) => new RefusedChange('value-not-carried', `${tag}: ${why}`, hint);
  if (value === '') throw new RefusedChange('empty-value', `${tag} is empty.`, 'Give it a value, or remove it.');
  if (value.includes('<')) {
    throw refuse(
      '“<” would start a new tag. Wazuh has no way to write it in a value.',
      'Leave it out, or put it into the script.',
    );
  }
  const control = [...value].find((char) => char < ' ' || char === '\u007f');
  if (control !== undefined)
    throw refuse('it holds a line break, tab or control character.', 'Write it on one line, with plain spaces.');
  if ((/\\*$/.exec(value)?.[0].length ?? 0) % 2 === 1) {
    throw refuse(
      'it ends in a backslash, which hides the closing tag from Wazuh.',
      'Drop the last backslash, or double it.',
    );
  }
  if (encodeText(value).length > MAX_VALUE_BYTES)
    throw refuse(`it is longer than ${MAX_VALUE_BYTES} bytes.`, 'Shorten it.');
}

/** The manager refuses a name that starts with `!`; agents can't look up one with ` - ` or blanks around it (dialect §8). */
function assertName(tag: string, value: string): void {
  if (value.startsWith('!')) {
    throw new RefusedChange('name-reserved', `A command’s ${tag} must not start with “!”.`, 'Choose another name.');
  }
  if (value.includes(' - ') || value.trim() !== value) {
    throw new RefusedChange(
      'value-not-carried',
      `${tag}: “ - ” and blanks at the ends break the list that agents read.`,
      'Write it without them.',
    );
  }
}

function collect<Input extends object>(
  names: Record<string, string>,
  set: Input,
  text: (value: unknown) => string,
): Tags {
  const tags: Tags = new Map();
  for (const [key, tag] of Object.entries(names)) {
    const value = (set as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const isEmptyList = Array.isArray(value) && value.length === 0;
    const written = isEmptyList ? null : text(value);
    if (written !== null) assertCarried(tag, written);
    tags.set(tag, written);
  }
  return tags;
}

/** The tags of a command, of those values that are given. */
export function commandTags(set: Partial<CommandInput>, unset: readonly string[] = []): Tags {
  const tags = collect(COMMAND_TAGS, set, (value) =>
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
  );
  for (const key of unset) tags.set(COMMAND_TAGS[key as keyof typeof COMMAND_TAGS], null);
  for (const tag of ['name', 'executable']) {
    const value = tags.get(tag);
    if (value) assertName(tag, value);
  }
  return tags;
}

/** The tags of a response, of those values that are given; `disabled` is not one of them (see disable-response.ts). */
export function responseTags(set: Partial<ResponseInput>, unset: readonly string[] = []): Tags {
  const tags = collect(RESPONSE_TAGS, set, (value) => {
    if (Array.isArray(value) && typeof value[0] === 'number') return value.join(',');
    return Array.isArray(value) ? toRulesGroup(value as string[]) : String(value);
  });
  for (const key of unset) if (key !== 'disabled') tags.set(RESPONSE_TAGS[key as keyof typeof RESPONSE_TAGS], null);
  const group = tags.get('rules_group');
  if (group?.split('|').includes('')) {
    throw new RefusedChange(
      'empty-value',
      'rules_group: an empty alternative matches every rule.',
      'Remove the stray “|”.',
    );
  }
  return tags;
}

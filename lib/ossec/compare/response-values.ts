/*
 * From what a block says to the fields of a change. Null where a field can't carry the text: an odd number, an empty value, a
 * location in other words.
 */
import type { ResponseInput } from '../edit/change.ts';
import { toGroupNames } from '../edit/rules-group.ts';
import { type CommentedResponse, LOCATIONS, type Location, type ResponseBlock } from '../model/config-model.ts';
import { plainIds, plainNumber } from './response-item.ts';

type Block = ResponseBlock | CommentedResponse;
type Field = 'agentId' | 'level' | 'rulesGroup' | 'rulesId' | 'timeout';
export type EditedValues = { set: Partial<ResponseInput>; unset: Field[] };

const OPTIONAL = ['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout'] as const satisfies readonly Field[];

const asLocation = (text: string | null): Location | null => LOCATIONS.find((word) => word === text) ?? null;

/** The field's value as a change writes it; null when it can't. */
function fieldValue(field: Field, text: string): string | number | string[] | number[] | null {
  switch (field) {
    case 'agentId':
      return text === '' ? null : text;
    case 'level': {
      const level = plainNumber(text);
      return level === null || level > 20 ? null : level;
    }
    case 'timeout':
      return plainNumber(text);
    case 'rulesId': {
      const ids = plainIds(text);
      return ids && ids.length > 0 && ids.every((id) => id <= 2147483647) ? ids : null;
    }
    case 'rulesGroup':
      return text.split('|').includes('') ? null : (toGroupNames(text) ?? text);
  }
}

const isSame = (field: Field, was: string | null, is: string | null): boolean => {
  if (was === is) return true;
  if (field !== 'rulesId' || was === null || is === null) return false;
  const ids = plainIds(was);
  return ids !== null && ids.join() === plainIds(is)?.join();
};

/** The fields that differ; null when a change can't say it. */
export function editValues(was: Block, is: Block, rename: (name: string) => string): EditedValues | null {
  const set: Record<string, unknown> = {};
  const unset: Field[] = [];
  if (is.command !== (was.command === null ? null : rename(was.command))) {
    if (!is.command) return null;
    set.command = is.command;
  }
  if (is.location !== was.location) {
    const location = asLocation(is.location);
    if (!location) return null;
    set.location = location;
  }
  for (const field of OPTIONAL) {
    const text = is[field];
    if (isSame(field, was[field], text)) continue;
    if (text === null) {
      unset.push(field);
      continue;
    }
    const value = fieldValue(field, text);
    if (value === null) return null;
    set[field] = value;
  }
  return { set, unset };
}

/** The whole block as a change writes it; null when it can't. */
export function inputOf(block: Block): ResponseInput | null {
  const location = asLocation(block.location);
  if (!block.command || !location) return null;
  const input: Record<string, unknown> = { command: block.command, location };
  for (const field of OPTIONAL) {
    const text = block[field];
    if (text === null) continue;
    const value = fieldValue(field, text);
    if (value === null) return null;
    input[field] = value;
  }
  return input as ResponseInput;
}

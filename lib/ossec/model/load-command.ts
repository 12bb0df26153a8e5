/*
 * One <command>, as the manager takes it (ReadActiveCommands; dialect §4).
 */
import { decodeText } from '../byte-text.ts';
import type { XmlNode } from '../syntax/xml-tree.ts';
import { invalidElement, invalidValue, type LoadState } from './load-config.ts';

const MISSING = "(1280): Missing command options. You must specify a 'name' and 'executable'.";

/** Adds the command to the state; the manager's message when it refuses it. */
export function loadCommand(children: XmlNode[], state: LoadState): string | null {
  let name: string | null = null;
  let executable: string | null = null;
  let extraArgs: string | null = null;
  let timeoutAllowed = false;
  for (const { name: tag, value } of children) {
    if (tag === 'name') {
      if (value.startsWith('!')) return invalidValue(tag, value);
      name = value;
    } else if (tag === 'executable') executable = value;
    else if (tag === 'extra_args') extraArgs = value;
    else if (tag === 'timeout_allowed') {
      if (value !== 'yes' && value !== 'no') return invalidValue(tag, value);
      timeoutAllowed = value === 'yes';
    } else if (tag !== 'expect') return invalidElement(tag);
  }
  if (name === null || executable === null) return MISSING;
  const command = {
    name: decodeText(name),
    executable: decodeText(executable),
    timeoutAllowed,
    extraArgs: extraArgs === null ? null : decodeText(extraArgs),
  };
  state.commands.push(command);
  if (!state.commandsByName.has(command.name)) state.commandsByName.set(command.name, command);
  return null;
}

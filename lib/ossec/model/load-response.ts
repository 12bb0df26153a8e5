/*
 * One <active-response>, as the manager takes it (ReadActiveResponses; dialect §5 to §8). The order of the tests is the
 * manager's: what is checked before what decides which message an admin sees, and whether the queues are reset.
 */
import { decodeText, encodeText } from '../byte-text.ts';
import type { XmlNode } from '../syntax/xml-tree.ts';
import { isCDigits, toCInt } from './c-number.ts';
import { invalidElement, invalidValue, type LoadState } from './load-config.ts';
import type { LoadedLocation } from './verdict.ts';

const MISSING = '(1281): Missing options in the active response configuration. ';
const NO_AGENT = '(1304): No agent defined for response.';
const BAD_AGENT = '(1306): Invalid agent ID. Use location=server to run AR on the manager.';
/** The name is built in a buffer of 256 bytes. */
const MAX_NAME_BYTES = 255;

type Fields = {
  command: string | null;
  location: string | null;
  agentId: string | null;
  rulesId: string | null;
  rulesGroup: string | null;
  level: number;
  timeout: number;
  disabled: boolean;
  repeatedOffenders: boolean;
};

/** Adds the response to the state, or drops it as the manager would; its message when it refuses the file. */
export function loadResponse(children: XmlNode[], state: LoadState): string | null {
  const block = state.block++;
  const fields = readFields(children);
  if (typeof fields === 'string') return fields;
  if (fields.disabled) {
    // The flag word is that of the whole configuration: this silences the blocks above, too.
    state.queues = { local: false, remote: false };
    return null;
  }
  // An empty text counts as missing since 4.4.
  if (!fields.command || !fields.location) return fields.repeatedOffenders ? null : MISSING;
  const location = locationsOf(fields.location);
  if (location.includes('SPECIFIC_AGENT')) {
    if (fields.agentId === null) return NO_AGENT;
    if (toCInt(fields.agentId) === 0) {
      state.warnings.push(BAD_AGENT);
      return null;
    }
  }
  if (location.length === 0) return `(1302): Invalid active response location: '${fields.location}'.`;
  return tieToCommand(fields, location, block, state);
}

function readFields(children: XmlNode[]): Fields | string {
  const fields: Fields = {
    command: null,
    location: null,
    agentId: null,
    rulesId: null,
    rulesGroup: null,
    level: 0,
    timeout: 0,
    disabled: false,
    repeatedOffenders: false,
  };
  for (const { name: tag, value } of children) {
    if (tag === 'command') fields.command = value;
    else if (tag === 'location') fields.location = value;
    else if (tag === 'agent_id') fields.agentId = value;
    else if (tag === 'rules_id') fields.rulesId = value;
    else if (tag === 'rules_group') fields.rulesGroup = value;
    else if (tag === 'timeout') fields.timeout = toCInt(value);
    else if (tag === 'repeated_offenders') fields.repeatedOffenders = true;
    else if (tag === 'level') {
      const level = toCInt(value);
      if (!isCDigits(value) || level < 0 || level > 20) return invalidValue(tag, value);
      fields.level = level;
    } else if (tag === 'disabled') {
      if (value !== 'yes' && value !== 'no') return invalidValue(tag, value);
      // yes anywhere wins over a later no
      fields.disabled ||= value === 'yes';
    } else if (tag !== 'ca_store') return invalidElement(tag);
  }
  return fields;
}

/** Four case-insensitive substring searches, independent of each other (dialect §5.1). Sorted. */
export function locationsOf(text: string): LoadedLocation[] {
  const found: LoadedLocation[] = [];
  if (/all|any/i.test(text)) found.push('ALL_AGENTS');
  if (/as|analysisd|server/i.test(text)) found.push('AS_ONLY');
  if (/local/i.test(text)) found.push('REMOTE_AGENT');
  if (/defined-agent/i.test(text)) found.push('SPECIFIC_AGENT');
  return found;
}

function tieToCommand(fields: Fields, location: LoadedLocation[], block: number, state: LoadState): string | null {
  const name = decodeText(fields.command ?? '');
  const command = state.commandsByName.get(name);
  if (!command) return `(1303): Invalid command '${fields.command}' in the active response.`;
  let timeout = fields.timeout;
  if (timeout !== 0 && !command.timeoutAllowed) {
    state.infos.push(`(1305): Timeout not allowed for command: '${name}'.`);
    timeout = 0;
  }
  const sent = decodeText(encodeText(`${name}${timeout}`).slice(0, MAX_NAME_BYTES));
  state.arConf += `${sent} - ${command.executable} - ${timeout}\n`;
  const onAgents = location.some((word) => word !== 'AS_ONLY');
  state.queues.remote ||= onAgents;
  state.queues.local ||= location.includes('AS_ONLY') || location.includes('REMOTE_AGENT');
  const text = (value: string | null) => (value === null ? null : decodeText(value));
  state.responses.push({
    name: sent,
    command: name,
    executable: command.executable,
    timeout,
    location,
    agentId: text(fields.agentId),
    level: fields.level,
    rulesId: text(fields.rulesId),
    rulesGroup: text(fields.rulesGroup),
    block,
  });
  return null;
}

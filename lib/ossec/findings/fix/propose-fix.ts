/*
 * For findings that have one: the changes that mend them without a decision of the admin. Proposals only, by the id of the
 * check; attach-fixes.ts tries each one out on the file.
 */
import type { Change, ResponseInput } from '../../edit/change.ts';
import type { Config } from '../../index.ts';
import { toCInt } from '../../model/c-number.ts';
import { LOCATIONS, type Location, type ResponseBlock } from '../../model/config-model.ts';
import { commentsWithin } from '../../syntax/xml-tree.ts';
import { readRuleIds } from '../../trigger/rule-ids.ts';
import { canTrigger, rulesWithId } from '../../trigger/rules-setting-off.ts';
import { anchorIpv6 } from '../../white-list/anchor-ipv6.ts';
import { entryFor } from '../../white-list/entry-for.ts';
import { IPV6_PART } from '../../white-list/entry-parts.ts';
import { isListed } from '../../white-list/is-listed.ts';
import type { Facts, Finding } from '../finding.ts';
import { isSameButSpelling } from '../support/words.ts';

type EditResponse = Extract<Change, { op: 'edit-response' }>;
type Propose = (block: ResponseBlock, config: Config, facts: Facts) => Change[] | null;

const MOST_LEVEL = 16;
const OLD_WORDS: Record<string, Location> = {
  as: 'server',
  analysisd: 'server',
  'analysis-server': 'server',
  any: 'all',
};

const set = ({ index }: ResponseBlock, values: EditResponse['set']): Change[] => [
  { op: 'edit-response', index, set: values },
];
const unset = ({ index }: ResponseBlock, key: 'agentId' | 'level' | 'rulesGroup' | 'timeout'): Change[] => [
  { op: 'edit-response', index, set: {}, unset: [key] },
];

/** Out of the way, into a comment: there it silences nobody. Null where words of an admin, or a value, would be lost. */
const intoComment: Propose = (block, { tree }) => {
  const { index, span, command, location, level, timeout, repeatedOffenders } = block;
  const place = LOCATIONS.find((word) => word === location);
  const isPlain = [level, timeout].every((text) => text === null || /^(0|[1-9]\d{0,8})$/.test(text));
  const isWhole = commentsWithin(tree, span.start, span.end).length === 0 && repeatedOffenders === null;
  if (command === null || !place || !isPlain || !isWhole) return null;
  const response: ResponseInput = {
    command,
    location: place,
    disabled: true,
    ...(block.agentId !== null && { agentId: block.agentId }),
    ...(level !== null && { level: Number(level) }),
    ...(block.rulesGroup !== null && { rulesGroup: block.rulesGroup }),
    ...(block.rulesId !== null && { rulesId: readRuleIds(block.rulesId) }),
    ...(timeout !== null && { timeout: Number(timeout) }),
  };
  return [
    { op: 'remove-response', index },
    { op: 'add-response', response },
  ];
};

const OF_RESPONSE: Record<string, Propose> = {
  'duplicate-response': ({ index }) => [{ op: 'remove-response', index }],
  // The manager drops both already: nothing changes but what the file seems to say.
  'timeout-not-allowed': (block) => unset(block, 'timeout'),
  'agent-id-ignored': (block) => unset(block, 'agentId'),
  'group-matches-everything': (block) =>
    block.rulesGroup === '' && toCInt(block.level ?? '') > 0 ? unset(block, 'rulesGroup') : null,
  'level-out-of-range': (block) => {
    const level = block.level ?? '';
    if (/^\s*\d{1,2}\s*$/.test(level) && level.trim() !== level) return set(block, { level: Number(level) });
    // Without a group only the ids count, with such a level or without.
    return /^\d+$/.test(level) && Number(level) > MOST_LEVEL && block.rulesGroup === null
      ? unset(block, 'level')
      : null;
  },
  'blanks-in-value': (block) => {
    const { command, rulesGroup } = block;
    if (rulesGroup !== null && rulesGroup.trim() !== rulesGroup) return set(block, { rulesGroup: rulesGroup.trim() });
    return command === null ? null : [{ op: 'edit-command', name: command, set: { name: command.trim() } }];
  },
  'invalid-location': (block) => {
    const word = (block.location ?? '').trim().toLowerCase();
    const location = LOCATIONS.find((known) => known === word) ?? OLD_WORDS[word];
    return location ? set(block, { location }) : null;
  },
  'unknown-command': (block, { model }) => {
    const near = new Set(model.commands.flatMap(({ name }) => name ?? []));
    const [name, ...others] = [...near].filter((one) => isSameButSpelling(one, block.command ?? ''));
    return name !== undefined && others.length === 0 ? set(block, { command: name }) : null;
  },
  // Only numbers, on several lines or without commas: what is meant is plain.
  'rules-id-cut': (block) =>
    /^[\d\s,]+$/.test(block.rulesId ?? '')
      ? set(block, { rulesId: [...new Set((block.rulesId?.match(/\d{1,9}/g) ?? []).map(Number))] })
      : null,
  'silent-rule': (block, _, { rules }) => {
    const ids = readRuleIds(block.rulesId ?? '');
    const staying = ids.filter((id) => {
      const found = rulesWithId([id], rules ?? []);
      return found.length === 0 || found.some(canTrigger);
    });
    return staying.length > 0 ? set(block, { rulesId: staying }) : null;
  },
  'disabled-silences-others': (block, ...rest) => (block.disabled ? intoComment(block, ...rest) : null),
  'first-response-disabled': intoComment,
};

/** An IPv6 entry is searched as text: anchored it means this one address, or those that begin with it. */
function anchored({ line }: Finding, { model }: Config): Change[] | null {
  const entry = model.whiteList.find((one) => one.line === line);
  if (!entry || model.whiteList.filter((one) => one.line === line).length > 1) return null;
  const address = entry.address.trim();
  const mapped = /^\^?::ffff:(\d[\d.]+)\$?$/i.exec(address)?.[1];
  if (mapped !== undefined) return replaceEntry(entry.address, mapped);
  const meant = anchorIpv6(address) ?? (IPV6_PART.test(address) ? null : address);
  return meant === null || meant === entry.address ? null : replaceEntry(entry.address, meant);
}

const replaceEntry = (from: string, to: string): Change[] => [
  { op: 'remove-white-list', address: from },
  { op: 'add-white-list', address: to },
];

const LOOPBACK = '127.0.0.1';

const addMissing = (own: readonly string[], entries: readonly string[]): Change[] =>
  own
    .filter((address) => !isListed(address, entries))
    .map((address) => ({ op: 'add-white-list', address: entryFor(address) }));

function missingAddresses({ severity }: Finding, { whiteList, ownAddresses }: Facts): Change[] | null {
  const entries = (whiteList ?? []).map(({ address }) => address);
  const own = severity === 'error' ? (ownAddresses ?? []).filter((address) => address !== LOOPBACK) : [LOOPBACK];
  return addMissing(own, entries);
}

/** The changes that would mend the finding; null where only the admin can decide. */
export function proposeFix(finding: Finding, config: Config, facts: Facts): Change[] | null {
  const { id, subject } = finding;
  const { model } = config;
  if (id === 'white-list-entry') return anchored(finding, config);
  if (id === 'own-address-not-listed') return missingAddresses(finding, facts);
  if (id === 'network-address-not-listed')
    return addMissing(
      facts.networkAddresses ?? [],
      (facts.whiteList ?? []).map(({ address }) => address),
    );
  if (subject.kind === 'file') return null;
  if (subject.kind === 'response') {
    const block = model.responses[subject.index];
    return (block && OF_RESPONSE[id]?.(block, config, facts)) ?? null;
  }
  const command = model.commands[subject.index];
  if (id !== 'duplicate-command' || !command?.shadowed || command.name === null) return null;
  return [{ op: 'remove-command', name: command.name, index: command.index }];
}

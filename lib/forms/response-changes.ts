/*
 * From a block to form values, from form values to the facts that checks and sentences read, and to the changes of a draft.
 */
import type { Change, ResponseInput } from '../ossec/edit/change.ts';
import { toGroupNames, toRuleIds, toRulesGroup } from '../ossec/edit/rules-group.ts';
import type { ResponseFacts } from '../ossec/findings/finding.ts';
import { toCInt } from '../ossec/model/c-number.ts';
import { LOCATIONS, type Location } from '../ossec/model/config-model.ts';
import { addCommandChange } from './command-form.ts';
import { emptyResponse, type ResponseFormTarget, type ResponseFormValues } from './response-form.ts';

const isLocation = (text: string | null): text is Location => LOCATIONS.some((word) => word === text);

/** The form values of a response as it stands. What the form can't say (an odd location) is left open. */
export function responseValues(facts: ResponseFacts, timeoutAllowed: boolean): ResponseFormValues {
  const names = facts.rulesGroup === null ? [] : toGroupNames(facts.rulesGroup);
  const level = facts.level === null ? 0 : toCInt(facts.level);
  const timeout = facts.timeout === null || !timeoutAllowed ? 0 : toCInt(facts.timeout);
  return {
    ...emptyResponse,
    command: facts.command ?? '',
    level: level > 0 ? level : null,
    groups: names ?? [],
    groupPattern: names === null ? facts.rulesGroup : null,
    ruleIds: facts.rulesId === null ? [] : toRuleIds(facts.rulesId),
    location: isLocation(facts.location) ? facts.location : null,
    agentIds: facts.location === 'defined-agent' && facts.agentId !== null ? [asAgentId(facts.agentId)] : [],
    duration: timeout > 0 ? 'timed' : 'permanent',
    timeoutSeconds: timeout > 0 ? timeout : null,
    enabled: !facts.off,
  };
}

/** `7` is agent 007: the manager counts, the list of agents spells it with three digits. */
function asAgentId(text: string): string {
  const id = text.trim();
  return /^\d{1,9}$/.test(id) ? String(Number(id)).padStart(3, '0') : id;
}

const commandName = (values: ResponseFormValues): string => values.newCommand?.name ?? values.command;

const groupOf = (values: ResponseFormValues): string | null => {
  if (values.groupPattern !== null) return values.groupPattern === '' ? null : values.groupPattern;
  return values.groups.length > 0 ? toRulesGroup(values.groups) : null;
};

/** The values as facts, for one of the chosen agents: what the preview draws and the checks look at. */
export function responseFactsOf(values: ResponseFormValues, agentId?: string): ResponseFacts {
  const agent = agentId ?? values.agentIds[0] ?? null;
  return {
    command: commandName(values) || null,
    location: values.location,
    agentId: values.location === 'defined-agent' ? agent : null,
    level: values.level === null ? null : String(values.level),
    rulesGroup: groupOf(values),
    rulesId: values.ruleIds.length > 0 ? values.ruleIds.join(',') : null,
    timeout: values.duration === 'timed' && values.timeoutSeconds !== null ? String(values.timeoutSeconds) : null,
    repeatedOffenders: null,
    off: !values.enabled,
    line: null,
  };
}

function responseInput(values: ResponseFormValues, agentId?: string): ResponseInput {
  const group = groupOf(values);
  return {
    command: commandName(values),
    location: values.location ?? 'local',
    ...(agentId !== undefined && { agentId }),
    ...(values.level !== null && { level: values.level }),
    ...(group !== null && { rulesGroup: values.groupPattern === null ? values.groups : group }),
    ...(values.ruleIds.length > 0 && { rulesId: values.ruleIds }),
    ...(values.duration === 'timed' && values.timeoutSeconds !== null && { timeout: values.timeoutSeconds }),
    ...(!values.enabled && { disabled: true }),
  };
}

const agentsOf = (values: ResponseFormValues): (string | undefined)[] =>
  values.location === 'defined-agent' ? [...new Set(values.agentIds)] : [undefined];

/** One response for each chosen agent: Wazuh takes one agent a block. */
const addChanges = (values: ResponseFormValues, agents: (string | undefined)[]): Change[] =>
  agents.map((agentId) => ({ op: 'add-response', response: responseInput(values, agentId) }));

/** A response as it stands, and whether its command allows a timeout. */
export type ResponseBefore = { facts: ResponseFacts; timeoutAllowed: boolean };

const KEYS = ['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout'] as const;
type Key = (typeof KEYS)[number];

/** What the form shows for each element of a block: equal values, and the element stays as it is spelled. */
const shown = (values: ResponseFormValues): Record<Key, unknown> => ({
  agentId: values.location === 'defined-agent' ? agentsOf(values)[0] : null,
  level: values.level,
  rulesGroup: groupOf(values),
  rulesId: values.ruleIds,
  timeout: values.duration === 'timed' ? values.timeoutSeconds : null,
});

/** The elements that the form shows otherwise than the block: only what was touched is written. */
function editOf({ facts, timeoutAllowed }: ResponseBefore, values: ResponseFormValues, agentId?: string) {
  // A timeout that one command does not allow may come to life with another.
  const isSameCommand = commandName(values) === (facts.command ?? '');
  const before = responseValues(facts, timeoutAllowed || !isSameCommand);
  const input = responseInput(values, agentId);
  const [old, now] = [shown(before), shown({ ...values, agentIds: agentId === undefined ? [] : [agentId] })];
  const set: Record<string, unknown> = {};
  const unset: Key[] = [];
  if (!isSameCommand) set.command = input.command;
  if (values.location !== before.location) set.location = input.location;
  for (const key of KEYS) {
    if (JSON.stringify(old[key]) === JSON.stringify(now[key])) continue;
    if (input[key] !== undefined) set[key] = input[key];
    else if (facts[key] !== null) unset.push(key);
  }
  return { set, unset };
}

/** The changes of a response of the file. */
function editChanges(
  was: ResponseBefore,
  values: ResponseFormValues,
  place: { index?: number; commented?: number; fingerprint: string },
): Change[] {
  // Its own agent keeps the block when it is still chosen; the others get blocks of their own.
  const own = was.facts.agentId === null ? undefined : asAgentId(was.facts.agentId);
  const agents = agentsOf(values).sort((a, b) => Number(b === own) - Number(a === own));
  const { set, unset } = editOf(was, values, agents[0]);
  const changes: Change[] = [];
  if (Object.keys(set).length > 0 || unset.length > 0) {
    changes.push({ op: 'edit-response', ...place, set, ...(unset.length > 0 && { unset }) });
  }
  if (was.facts.off !== !values.enabled) {
    changes.push({ op: values.enabled ? 'enable-response' : 'disable-response', ...place });
  }
  return [...changes, ...addChanges(values, agents.slice(1))];
}

/** The changes that saving the form asks for; empty when nothing differs. `was` is null for what is not in the file. */
export function responseChanges(
  target: ResponseFormTarget,
  values: ResponseFormValues,
  was: ResponseBefore | null,
): Change[] {
  const first: Change[] = values.newCommand ? [addCommandChange(values.newCommand)] : [];
  if (target.kind === 'new' || target.kind === 'added' || !was)
    return [...first, ...addChanges(values, agentsOf(values))];
  const { fingerprint } = target;
  const place =
    target.kind === 'block' ? { index: target.index, fingerprint } : { commented: target.commented, fingerprint };
  return [...first, ...editChanges(was, values, place)];
}

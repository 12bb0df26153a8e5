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
    agentIds: facts.location === 'defined-agent' && facts.agentId !== null ? [facts.agentId.trim()] : [],
    duration: timeout > 0 ? 'timed' : 'permanent',
    timeoutSeconds: timeout > 0 ? timeout : null,
    enabled: !facts.off,
  };
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
  values.location === 'defined-agent' ? values.agentIds : [undefined];

/** One response for each chosen agent: Wazuh takes one agent a block. */
const addChanges = (values: ResponseFormValues, agents: (string | undefined)[]): Change[] =>
  agents.map((agentId) => ({ op: 'add-response', response: responseInput(values, agentId) }));

type Keys = 'agentId' | 'level' | 'rulesGroup' | 'rulesId' | 'timeout';

/** The change of a response of the file: only the fields that say something else than `was`. */
function editChanges(
  was: ResponseFacts,
  values: ResponseFormValues,
  target: { index?: number; commented?: number; fingerprint: string },
): Change[] {
  const input = responseInput(values, agentsOf(values)[0]);
  const next = responseFactsOf(values);
  const set: Record<string, unknown> = {};
  const unset: Keys[] = [];
  if (input.command !== was.command) set.command = input.command;
  if (input.location !== was.location) set.location = input.location;
  for (const key of ['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout'] as const) {
    const same = key === 'rulesId' ? sameIds(was.rulesId, next.rulesId) : sameText(was[key], next[key]);
    if (same) continue;
    if (next[key] === null) unset.push(key);
    else set[key] = input[key];
  }
  const changes: Change[] = [];
  if (Object.keys(set).length > 0 || unset.length > 0) {
    changes.push({ op: 'edit-response', ...target, set, ...(unset.length > 0 && { unset }) });
  }
  if (was.off !== next.off) changes.push({ op: next.off ? 'disable-response' : 'enable-response', ...target });
  return changes;
}

const sameText = (was: string | null, next: string | null): boolean =>
  was === next || (was ?? '').trim() === (next ?? '');

/** `5710, 5712` and `5710,5712` set off the same rules: the admin's spelling stays. */
const sameIds = (was: string | null, next: string | null): boolean =>
  was === next || (was !== null && next !== null && toRuleIds(was).join() === toRuleIds(next).join());

/** The changes that saving the form asks for; empty when nothing differs. `was` is the block as it stands in the file. */
export function responseChanges(
  target: ResponseFormTarget,
  values: ResponseFormValues,
  was: ResponseFacts | null,
): Change[] {
  const first: Change[] = values.newCommand ? [addCommandChange(values.newCommand)] : [];
  const agents = agentsOf(values);
  if (target.kind === 'new' || target.kind === 'added' || !was) return [...first, ...addChanges(values, agents)];
  const { fingerprint } = target;
  const place =
    target.kind === 'block' ? { index: target.index, fingerprint } : { commented: target.commented, fingerprint };
  return [...first, ...editChanges(was, values, place), ...addChanges(values, agents.slice(1))];
}

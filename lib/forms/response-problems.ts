/*
 * What is wrong with the values of the response form, in words for its fields; see command-problems. A trigger without any
 * criterion is allowed but must be meant: the form warns, nothing refuses it (Wazuh accepts it and never fires). Pure.
 */
import { isGroupName } from '../ossec/edit/rules-group.ts';
import { carriedProblem, commandProblems, type Problems } from './command-problems.ts';
import type { ResponseFormValues } from './response-form.ts';

export const MAX_TIMEOUT_SECONDS = 2147483647;
const MAX_RULES = 2000;
const MAX_RULE_ID = 999999999;

type Say = (path: string, message: string | null) => void;

/** Field by field, in the order of the form; what is only missing comes after what is wrong. */
export function responseProblems(values: ResponseFormValues): Problems {
  const problems: Problems = {};
  const say: Say = (path, message) => {
    if (message !== null) problems[path] ??= message;
  };
  const inCommand = values.newCommand ? Object.entries(commandProblems(values.newCommand)) : [];
  for (const [path, message] of inCommand) say(`newCommand.${path}`, message);
  sayOfTrigger(values, say);
  values.agentIds.forEach((id, at) => {
    if (!/^\d{3,9}$/.test(id)) say(`agentIds.${at}`, 'An agent ID has at least three digits.');
  });
  say('timeoutSeconds', timeoutProblem(values.timeoutSeconds));
  sayOfMissing(values, say);
  say('groupPattern', patternProblem(values.groupPattern));
  return problems;
}

function sayOfTrigger({ level, groups, ruleIds }: ResponseFormValues, say: Say): void {
  say('level', levelProblem(level));
  groups.forEach((name, at) => {
    if (name.length > 200) say(`groups.${at}`, 'Use at most 200 characters.');
    if (!isGroupName(name)) say(`groups.${at}`, 'A group name has no blanks, commas or bars.');
  });
  if (ruleIds.length > MAX_RULES) say('ruleIds', `At most ${MAX_RULES} rules.`);
  ruleIds.slice(0, MAX_RULES).forEach((id, at) => {
    say(`ruleIds.${at}`, ruleProblem(id));
  });
}

function levelProblem(level: number | null): string | null {
  if (level === null) return null;
  if (!Number.isInteger(level)) return 'A level is a number.';
  if (level < 1) return 'Levels start at 1.';
  return level > 16 ? 'Levels end at 16.' : null;
}

function ruleProblem(id: number): string | null {
  if (!Number.isInteger(id)) return 'A rule ID is a number.';
  if (id < 1) return 'Rule IDs start at 1.';
  return id > MAX_RULE_ID ? 'No rule has this ID.' : null;
}

function timeoutProblem(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (!Number.isInteger(seconds)) return 'Give the time as a whole number of seconds.';
  if (seconds < 1) return 'At least 1 second. For no undo choose “Do not undo”.';
  return seconds > MAX_TIMEOUT_SECONDS ? 'Wazuh cannot count further than 2,147,483,647 seconds.' : null;
}

function sayOfMissing(values: ResponseFormValues, say: Say): void {
  const { location, duration } = values;
  if (values.command === '' && values.newCommand === null) say('command', 'Choose a command, or define a new one.');
  if (location === null) say('location', 'Choose where it should run.');
  if (location === 'defined-agent' && values.agentIds.length === 0) say('agentIds', 'Choose at least one agent.');
  if (duration === null) say('duration', 'Choose how long it should last.');
  if (duration === 'timed' && values.timeoutSeconds === null)
    say('timeoutSeconds', 'Give a time, or choose “Do not undo”.');
}

function patternProblem(pattern: string | null): string | null {
  if (pattern === null) return null;
  if (pattern.split('|').includes('')) return 'An empty alternative matches every rule. Remove the stray “|”.';
  return carriedProblem(pattern);
}

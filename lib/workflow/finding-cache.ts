/*
 * Findings of a file, kept as long as nothing they look at has changed: pages ask for the same ones over and over, and with
 * hundreds of responses they are the larger part of an answer.
 */

import type { Facts, Finding } from '../ossec/findings/finding.ts';
import type { Config } from '../ossec/index.ts';

const kept = new WeakMap<Config, Map<string, readonly Finding[]>>();
const numbers = new WeakMap<object, number>();
let next = 1;

/** Files of one draft after another: only the latest few answers of a file are worth keeping. */
const MOST = 6;

/** A number for an object's life: the list of rules is the same object until a rule changes. */
function numberOf(object: object): number {
  const known = numbers.get(object) ?? next++;
  numbers.set(object, known);
  return known;
}

const keyOf = ({ agents, scripts, rules, commands, responses, ownAddresses, networkAddresses }: Facts): string =>
  JSON.stringify([agents, scripts, rules && numberOf(rules), commands, responses, ownAddresses, networkAddresses]);

/** What `find` says of these facts, or what it said last time. `kind` tells different searches apart. */
export function findCached(kind: string, config: Config, facts: Facts, find: () => Finding[]): Finding[] {
  const answers = kept.get(config) ?? new Map<string, readonly Finding[]>();
  kept.set(config, answers);
  const key = `${kind} ${keyOf(facts)}`;
  const known = answers.get(key) ?? find();
  answers.delete(key);
  answers.set(key, known);
  const oldest = answers.keys().next().value;
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  return [...known];
}

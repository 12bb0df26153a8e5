/* Answers about a list of rules, kept as long as the list: the same few questions come at each keystroke. */
import type { RuleFacts } from '../findings/finding.ts';

const MOST_ANSWERS = 1000;

/** The function, asking `find` only once for the same rules and key. */
export function remember<T>(find: (key: string, rules: readonly RuleFacts[]) => T) {
  const kept = new WeakMap<readonly RuleFacts[], Map<string, T>>();
  return (key: string, rules: readonly RuleFacts[]): T => {
    const answers = kept.get(rules) ?? new Map<string, T>();
    kept.set(rules, answers);
    const before = answers.get(key);
    if (before !== undefined) return before;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = find(key, rules);
    answers.set(key, answer);
    return answer;
  };
}

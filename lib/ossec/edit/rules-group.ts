/*
 * Group names and the pattern that <rules_group> really is. The manager searches the pattern in the rule's whole group
 * string (`syslog,sshd,authentication_failed,`), so a name is written with its comma: `sshd,` (dialect §9).
 */

export { readRuleIds as toRuleIds } from '../trigger/rule-ids.ts';

const NAME = /^[A-Za-z0-9_.:@/-]+$/;
const PIECE = /^([A-Za-z0-9_.:@/-]+),$/;

/** Can this be written as a group name? No blanks, commas, bars or pattern characters. */
export const isGroupName = (name: string): boolean => NAME.test(name);

/** `['sshd', 'attack']` → `sshd,|attack,`. A string is a pattern and stays as it is. */
export const toRulesGroup = (group: string[] | string): string =>
  typeof group === 'string' ? group : group.map((name) => `${name},`).join('|');

/** The names of a pattern that is a plain list of them; null for anything a list of names can't say. */
export function toGroupNames(pattern: string): string[] | null {
  const names = pattern.split('|').map((piece) => PIECE.exec(piece)?.[1]);
  return names.every((name) => name !== undefined) ? (names as string[]) : null;
}

/** For a sentence: the alternatives of a pattern, each without the comma that ends a name. */
export const groupWords = (pattern: string): string[] => pattern.split('|').map((piece) => piece.replace(/,$/, ''));

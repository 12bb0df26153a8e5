/*
 * The pattern language of <rules_group>, as the manager's regex engine takes it (dialect §9, measured character by
 * character). Written from those measurements; works on byte strings.
 */
import { type Alternative, compilePattern } from './compile-pattern.ts';
import { walkPattern } from './walk-pattern.ts';

export type GroupPattern = {
  /** False when nothing at all can match: the manager says nothing about such a pattern. */
  canMatch: boolean;
  matches: (subject: string) => boolean;
  /** The same for a subject that `toLowerAscii` has been over. */
  matchesLower: (subject: string) => boolean;
};

const NEVER: GroupPattern = { canMatch: false, matches: () => false, matchesLower: () => false };

/** Compiles a pattern given as a byte string. Never throws. */
export function toGroupPattern(pattern: string): GroupPattern {
  const alternatives = compilePattern(pattern);
  const alive = alternatives?.filter(({ dead }) => !dead) ?? [];
  if (alive.length === 0) return NEVER;
  const matchers = alive.map(matcherOf);
  const matchesLower = (subject: string) => matchers.some((matches) => matches(subject));
  return { canMatch: true, matches: (subject) => matchesLower(toLowerAscii(subject)), matchesLower };
}

export const toLowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function matcherOf(alternative: Alternative): (subject: string) => boolean {
  const { items, atStart, atEnd } = alternative;
  if (items.some((item) => item.literal === null)) return (subject) => walkPattern(subject, alternative);
  const text = items.map((item) => item.literal).join('');
  if (atStart && atEnd) return (subject) => subject === text;
  if (atStart) return (subject) => subject.startsWith(text);
  if (atEnd) return (subject) => subject.endsWith(text);
  return (subject) => subject.includes(text);
}

/*
 * The pattern language of <rules_group>, as the manager's regex engine takes it (dialect §9, measured character by
 * character). Written from those measurements; works on byte strings.
 */
import { type Alternative, compilePattern } from './compile-pattern.ts';
import { walkPattern } from './walk-pattern.ts';

/** A compiled pattern. An invalid one matches nothing; the manager says nothing about it. */
export type GroupPattern = { valid: boolean; matches: (subject: string) => boolean };

/** Compiles a pattern given as a byte string. Never throws. */
export function toGroupPattern(pattern: string): GroupPattern {
  const alternatives = compilePattern(pattern);
  if (!alternatives) return { valid: false, matches: () => false };
  const matchers = alternatives.map(matcherOf);
  return {
    valid: true,
    matches: (subject) => {
      const lower = toLowerAscii(subject);
      return matchers.some((matches) => matches(lower));
    },
  };
}

export const toLowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function matcherOf(alternative: Alternative): (subject: string) => boolean {
  const { items, atStart, atEnd, dead } = alternative;
  if (dead) return () => false;
  if (items.some((item) => item.literal === null)) return (subject) => walkPattern(subject, alternative);
  const text = items.map((item) => item.literal).join('');
  if (atStart && atEnd) return (subject) => subject === text;
  if (atStart) return (subject) => subject.startsWith(text);
  if (atEnd) return (subject) => subject.endsWith(text);
  return (subject) => subject.includes(text);
}

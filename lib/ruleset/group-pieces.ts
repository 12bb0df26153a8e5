/*
 * A group name and the piece of a pattern that stands for it. The manager searches pieces in the whole group string, so a
 * piece may match what nobody meant (`pam,` in "spam,"), and one with its comma misses rules on which the name stands last
 * without one. Pure.
 */
import { rulesInGroup } from '../ossec/trigger/rules-setting-off.ts';
import type { Rule } from './rule.ts';
import { groupNames } from './rules-index.ts';

const PLAIN = /^[A-Za-z0-9_.:@/-]+,?$/;
const MOST_NAMED = 6;

/** What a piece of a pattern matches besides the name in it, and what it misses. */
export type PieceReport = {
  /** As written: "pam,". */
  piece: string;
  /** Other groups that it matches, the most frequent first. */
  also: string[];
  /** How many rules it matches that do not have the name. */
  extra: number;
  /** How many rules with the name it misses: the name stands last on them, without a comma. */
  missed: number;
};

/** The piece for a name: with its comma, unless a rule has the name without one. */
export const pieceFor = (name: string, isBare: boolean): string => (isBare ? name : `${name},`);

/** For each plain piece of the pattern that matches more, or less, than its name says. */
export function reportPieces(pattern: string, rules: readonly Rule[]): PieceReport[] {
  return [...new Set(pattern.split('|'))]
    .filter((piece) => PLAIN.test(piece))
    .map((piece) => reportPiece(piece, rules))
    .filter(({ extra, missed }) => extra > 0 || missed > 0);
}

function reportPiece(piece: string, rules: readonly Rule[]): PieceReport {
  const name = piece.replace(/,$/, '').toLowerCase();
  const matched = rulesInGroup(piece, rules);
  const counts = new Map<string, number>();
  let [extra, missed] = [0, 0];
  for (const rule of rules) {
    const names = groupNames(rule.groups);
    const isMeant = names.some((one) => one.toLowerCase() === name);
    if (isMeant && !matched.has(rule)) missed++;
    if (isMeant || !matched.has(rule)) continue;
    extra++;
    for (const one of names)
      if (`${one},`.toLowerCase().includes(piece.toLowerCase())) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const also = [...counts].sort((a, b) => b[1] - a[1]).map(([one]) => one);
  return { piece, also: also.slice(0, MOST_NAMED), extra, missed };
}

/*
 * From a <rules_group> pattern to its alternatives. Parentheses group nothing here (no `|` and no repetition applies to
 * them), so they only decide whether the pattern is valid and vanish.
 */
import { classOf } from './character-classes.ts';

/** One character of the subject, or a run of them. */
export type Item = { literal: string | null; repeat: '+' | '*' | null; takes: (code: number) => boolean };

export type Alternative = {
  items: Item[];
  atStart: boolean;
  atEnd: boolean;
  /** Can't match anything: a byte above ASCII, or parentheses that are empty or touch each other. */
  dead: boolean;
};

/** Null when the engine refuses the pattern as a whole. */
export function compilePattern(pattern: string): Alternative[] | null {
  if (!isBalanced(pattern)) return null;
  const alternatives = splitAlternatives(pattern).map(compileAlternative);
  return alternatives.every((one) => one !== null) ? alternatives : null;
}

/** The characters with their escapes: "\\w", "a", "|". A backslash at the end stays alone. */
const tokensOf = (text: string): string[] => text.match(/\\[\s\S]|[\s\S]/g) ?? [];

/** At most one level of parentheses, all closed, none around a `|`. */
function isBalanced(pattern: string): boolean {
  let depth = 0;
  for (const token of tokensOf(pattern)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (token === '|' && depth > 0) return false;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

function splitAlternatives(pattern: string): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokensOf(pattern)) {
    if (token === '|') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The alternatives of a pattern as written: cut at each `|` that no backslash escapes. */
export const alternativesOf = (pattern: string): string[] => splitAlternatives(pattern).map((part) => part.join(''));

/** Null for an unknown escape. */
function compileAlternative(tokens: string[]): Alternative | null {
  const atStart = tokens[0] === '^';
  const rest = atStart ? tokens.slice(1) : tokens;
  const atEnd = rest.at(-1) === '$';
  const body = atEnd ? rest.slice(0, -1) : rest;
  const alternative: Alternative = { items: [], atStart, atEnd, dead: false };
  body.forEach((token, at) => {
    const previous = alternative.items.at(-1);
    if (token === '(' || token === ')') {
      const next = body[at + 1];
      if (next === '(' || next === ')') alternative.dead = true;
    } else if ((token === '+' || token === '*') && body[at - 1]?.length === 2 && previous) {
      previous.repeat = token;
    } else {
      const item = itemOf(token);
      if (item) alternative.items.push(item);
      if (item?.literal && item.literal > '\x7f') alternative.dead = true;
    }
  });
  const isKnown = tokens.every((token) => token === '(' || token === ')' || itemOf(token) !== null);
  return isKnown ? alternative : null;
}

function itemOf(token: string): Item | null {
  if (token[0] === '\\') {
    const takes = classOf(token[1] ?? '');
    return takes && { literal: null, repeat: null, takes };
  }
  const literal = token.replace(/[A-Z]/, (letter) => letter.toLowerCase());
  const code = literal.charCodeAt(0);
  return { literal, repeat: null, takes: (one) => one === code };
}

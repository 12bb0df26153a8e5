/*
 * The pattern language of <rules_group> (OS_Regex, measured character by character: dialect §9), turned into a RegExp.
 * The subject is a rule's raw group string: "syslog,sshd,".
 */

const CLASSES: Record<string, string> = {
  w: '[A-Za-z0-9_@-]',
  W: '[^A-Za-z0-9_@-]',
  d: '[0-9]',
  D: '[^0-9]',
  s: ' ',
  S: '[^ ]',
  t: '\\t',
  p: '[!"#$%&\'()*+,.:;<=>?\\[\\]{|}`-]',
  '.': '[^]',
};
const LITERALS = new Set(['\\', '(', ')', '|', '$', '<']);
const NEVER = '[]';

const literal = (char: string): string => {
  if (char.charCodeAt(0) > 0x7f) return NEVER;
  return /[A-Za-z0-9]/.test(char) ? char : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
};

/** The alternatives of a pattern: cut at each `|` that no backslash escapes. */
export const alternativesOf = (pattern: string): string[] => {
  const found = [''];
  for (const [piece] of pattern.matchAll(/\\.|./gs)) {
    if (piece === '|') found.push('');
    else found[found.length - 1] += piece;
  }
  return found;
};

/** Null when the pattern is invalid: then the manager matches nothing with it, and does not say so. */
export function compileGroupPattern(pattern: string): RegExp | null {
  const sources = alternativesOf(pattern).map(compileAlternative);
  return sources.some((source) => source === null) ? null : new RegExp(sources.join('|'), 'i');
}

const isRepeat = (pieces: string[], at: number): boolean =>
  /^[+*]$/.test(pieces[at] ?? '') &&
  pieces[at - 1]?.length === 2 &&
  CLASSES[pieces[at - 1]?.charAt(1) ?? ''] !== undefined;

/** A repeat ends for good where the piece behind it begins to match: the manager does not come back to try more. */
function repeatUpTo(next: string | undefined, before: string, sign: string): string {
  const unit = CLASSES[before.charAt(1)] ?? '';
  if (next === undefined || /^[$()]$/.test(next)) return sign;
  const stop = next.length === 2 ? (CLASSES[next.charAt(1)] ?? literal(next.charAt(1))) : literal(next);
  return sign === '*' ? `{0}(?:(?!${stop})${unit})*` : `(?:(?!${stop})${unit})*`;
}

function compileAlternative(text: string): string | null {
  let source = '';
  let open = false;
  const pieces = [...text.matchAll(/\\.|./gs)].map(([piece]) => piece);
  for (const [at, piece] of pieces.entries()) {
    const escaped = piece.length === 2 ? piece.charAt(1) : null;
    const before = pieces[at - 1] ?? '';
    if (escaped !== null) {
      if (!CLASSES[escaped] && !LITERALS.has(escaped)) return null;
      source += CLASSES[escaped] ?? literal(escaped);
    } else if (piece === '\\') return null;
    else if (isRepeat(pieces, at)) source += repeatUpTo(pieces[at + 1], before, piece);
    else if (piece === '^' && at === 0) source += '^';
    else if (piece === '$' && at === pieces.length - 1) source += '$';
    else if (piece === '(') {
      // Nested, and side by side: never match.
      if (open || before === ')') return null;
      open = true;
    } else if (piece === ')') {
      if (!open || before === '(') return null;
      open = false;
    } else source += literal(piece);
  }
  return open ? null : source;
}

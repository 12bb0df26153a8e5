/*
 * Owns where a text stops being JSON. Browsers word their errors differently, and leave the place out of short texts. Of texts
 * that JSON.parse refuses only; does not build a value.
 */

const BLANKS = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"/y;
const MAX_DEPTH = 500;

/** The offset of the first character that can't stand there; the length of the text when something is missing at its end; null when it is nested too deep to tell. */
export function findJsonError(text: string): number | null {
  let at = 0;
  let isTooDeep = false;
  const skip = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const peek = (): string | undefined => {
    skip(BLANKS);
    return text[at];
  };
  const take = (char: string): boolean => {
    if (peek() !== char) return false;
    at += 1;
    return true;
  };

  /** False where it breaks; `at` is the place then. */
  function value(depth: number): boolean {
    const first = peek();
    isTooDeep ||= depth > MAX_DEPTH;
    if (isTooDeep || first === undefined) return false;
    if (first === '{') return list('}', () => isString() && take(':') && value(depth + 1));
    if (first === '[') return list(']', () => value(depth + 1));
    return skip(SCALAR) !== null;
  }
  function isString(): boolean {
    peek();
    STRING.lastIndex = at;
    return STRING.test(text) && skip(SCALAR) !== null;
  }
  function list(end: string, item: () => boolean): boolean {
    at += 1;
    if (take(end)) return true;
    for (;;) {
      if (!item()) return false;
      if (take(end)) return true;
      if (!take(',')) return false;
    }
  }

  value(0);
  peek();
  return isTooDeep ? null : at;
}

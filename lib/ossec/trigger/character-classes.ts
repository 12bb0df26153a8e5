/* The backslash classes and escapes of the manager's regex engine (dialect §9). The subject is in lower case. */

type Takes = (code: number) => boolean;

const among = (characters: string): Takes => {
  const codes = new Set([...characters].map((character) => character.charCodeAt(0)));
  return (code) => codes.has(code);
};
const not =
  (takes: Takes): Takes =>
  (code) =>
    !takes(code);

const word = among('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_@');
const digit = among('0123456789');
const space = among(' ');

const CLASSES: Readonly<Record<string, Takes>> = {
  w: word,
  W: not(word),
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  t: among('\t'),
  p: among('!"#$%&\'()*+,-.:;<=>?[]{|}'),
  '.': () => true,
  ...Object.fromEntries([...'\\()|$<'].map((character) => [character, among(character)])),
};

/** The class of `\x`; null when the engine does not know the escape. */
export const classOf = (letter: string): Takes | null =>
  Object.hasOwn(CLASSES, letter) ? (CLASSES[letter] ?? null) : null;

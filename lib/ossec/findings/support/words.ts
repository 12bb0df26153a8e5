/* Values in a sentence: short, visible, and bare where nothing can be misread. */

const LONGEST = 60;

/** `sshd` stays bare; anything with blanks or odd characters is put in quotes, line breaks made visible. */
export function shown(text: string | null): string {
  if (text === null) return '(none)';
  const visible = text.replace(/\r/g, '\\r').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  const short = visible.length > LONGEST ? `${visible.slice(0, LONGEST)}…` : visible;
  return /^[\w.,|@:/+-]+$/.test(short) ? short : `“${short}”`;
}

/** "a", "a and b", "a, b and c"; of more than `most` the rest is counted. */
export function listed(words: readonly string[], last = 'and', most = 5): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} ${last} ${words.length - most} more`;
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** 1 → "1 response", 2 → "2 responses". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

/** Names that a person takes for the same: they differ in capitals, blanks and dashes only. */
export const isSameButSpelling = (one: string, other: string): boolean => plain(one) === plain(other);

/*
 * Sentences as data: plain and emphasised pieces, so that a page can set the values in bold and the command line can print
 * them as text.
 */

export type Phrase = readonly (string | { strong: string } | { danger: string })[];

/** The words alone. */
export const toText = (phrase: Phrase): string =>
  phrase.map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.danger)).join('');

/** "a", "a or b", "a, b or c" as pieces. */
export function joinStrong(words: readonly string[], last = ' or '): Phrase {
  return words.flatMap((word, index) => {
    const separator = index === 0 ? [] : [index === words.length - 1 ? last : ', '];
    return [...separator, { strong: word }];
  });
}

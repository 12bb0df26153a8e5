/*
 * A text as the value of a mail header (RFC 2047): plain where it is ASCII, else in encoded words that no line breaks.
 */
const WORD_BYTES = 42;

export function mailHeader(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && !/[",;:<>@]/.test(text.replace(/^\[PATCH\]/, '')))
    return text;
  if (/^\[PATCH\] /.test(text)) return `[PATCH] ${encodedWords(text.slice(8))}`;
  return encodedWords(text);
}

/** A character is never cut in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const char of text) {
    if (Buffer.byteLength(word + char) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += char;
  }
  if (word !== '') words.push(word);
  return words.map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\n ');
}

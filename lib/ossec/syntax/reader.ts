/*
 * The reader's input: one character at a time, with the look-ahead of the C code. That code keeps a character it has
 * peeked at in a signed char, so byte 0xFF peeked at reads as end of file (x86-64; dialect §2.6).
 */

const BANG = 33;
const DASH = 45;
const GT = 62;

/** Where `search` stands from `at` on; behind the text where it does not. */
const indexOrEnd = (text: string, search: string, at: number): number => {
  const found = text.indexOf(search, at);
  return found === -1 ? Infinity : found;
};

export class Reader {
  readonly text: string;
  at = 0;
  /** Just behind the last character looked at: where line breaks have been counted up to. */
  furthest = 0;
  /** End of input: the text's length, or a peeked 0xFF. */
  private end: number;
  private nextBang = -1;
  private nextFf = -1;

  constructor(text: string) {
    this.text = text;
    this.end = text.length;
  }

  /** The next character, or -1 at the end. */
  next(): number {
    if (this.at >= this.end) return -1;
    const code = this.text.charCodeAt(this.at++);
    if (this.at > this.furthest) this.furthest = this.at;
    return code;
  }

  /** The character that `next` will give, or -1. */
  peek(): number {
    if (this.at >= this.end) return -1;
    if (this.at + 1 > this.furthest) this.furthest = this.at + 1;
    const code = this.text.charCodeAt(this.at);
    if (code !== 0xff) return code;
    this.end = this.at;
    return -1;
  }

  /** Moves to the next byte that `stops` marks, or to `limit`, whichever comes first. */
  skipUntil(stops: Uint8Array, limit: number): void {
    const stop = Math.min(limit, this.end);
    const { text } = this;
    let { at } = this;
    while (at < stop && stops[text.charCodeAt(at)] === 0) at++;
    this.at = at;
    if (at > this.furthest) this.furthest = at;
  }

  /** Stands on the `!` of `<!`: moves behind the first `-->` or `!>` after it. False when there is none. */
  skipComment(): boolean {
    this.next();
    const end = this.commentEnd();
    if (end === -1) return this.skipCommentByByte();
    this.at = end;
    if (end > this.furthest) this.furthest = end;
    return true;
  }

  /** Where the comment's text from here on ends; -1 when it has no end, or when a 0xFF on the way could be one. */
  private commentEnd(): number {
    const { text, at } = this;
    const dashes = text.indexOf('-->', at);
    // These are rare: where the next one stands is kept, or each comment would search the whole file for it.
    if (this.nextBang < at) this.nextBang = indexOrEnd(text, '!>', at);
    if (this.nextFf < at) this.nextFf = indexOrEnd(text, '\xff', at);
    const end = Math.min(dashes === -1 ? Infinity : dashes + 3, this.nextBang + 2);
    return end > this.end || this.nextFf < end ? -1 : end;
  }

  private skipCommentByByte(): boolean {
    for (let code = this.next(); code !== -1; code = this.next()) {
      if (code === BANG && this.peek() === GT) {
        this.next();
        return true;
      }
      if (code === DASH && this.peek() === DASH) {
        this.next();
        if (this.peek() === GT) {
          this.next();
          return true;
        }
        this.at--;
      }
    }
    return false;
  }
}

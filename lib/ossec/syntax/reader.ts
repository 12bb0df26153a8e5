/*
 * The reader's input: one character at a time, with the look-ahead of the C code. That code keeps a character it has
 * peeked at in a signed char, so byte 0xFF peeked at reads as end of file (x86-64; dialect §2.6).
 */

const BANG = 33;
const DASH = 45;
const GT = 62;

export class Reader {
  readonly text: string;
  at = 0;
  /** Just behind the last character looked at: where line breaks have been counted up to. */
  furthest = 0;
  /** End of input: the text's length, or a peeked 0xFF. */
  private end: number;

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

  /** Moves to the next `<` or backslash, or to `limit`, whichever comes first. */
  skipPlain(limit: number): void {
    const stop = Math.min(limit, this.end);
    let at = this.at;
    for (; at < stop; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 60 || code === 92) break;
    }
    this.at = at;
    if (at > this.furthest) this.furthest = at;
  }

  /** Stands on the `!` of `<!`: moves behind the first `-->` or `!>` after it. False when there is none. */
  skipComment(): boolean {
    this.next();
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

/*
 * Walks over JSON as bytes and says whether it is well formed, without making anything of it. As strict as JSON.parse, and
 * stricter where that is easier: who uses it asks JSON.parse about what is refused here. Pure.
 */

const QUOTE = 34;
const BACKSLASH = 92;
const DEEPEST = 100;

/** Of a byte inside a string: 0 ordinary, 1 the end, 2 an escape, 3 forbidden. */
const IN_STRING = new Uint8Array(256);
IN_STRING.fill(3, 0, 32);
IN_STRING[QUOTE] = 1;
IN_STRING[BACKSLASH] = 2;

const isOneOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
};
const SPACE = isOneOf(' \t\r\n');
const ESCAPED = isOneOf('"\\/bfnrt');
const HEX = isOneOf('0123456789abcdefABCDEF');
const DIGIT = isOneOf('0123456789');
const LITERALS = ['true', 'false', 'null'].map((word) => Uint8Array.from(Buffer.from(word)));

/** A place in bytes. Each `skip` stands at the first byte of what it skips and ends behind it; false: not well formed. */
export class JsonBytes {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Had the string that was skipped last an escape in it? */
  escaped = false;

  over(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The byte here, behind blanks; -1 at the end. */
  peek(): number {
    const { bytes, end } = this;
    let { at } = this;
    while (at < end && SPACE[bytes[at] as number] === 1) at += 1;
    this.at = at;
    return at < end ? (bytes[at] as number) : -1;
  }

  /** Takes the byte if it is here. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at += 1;
    return true;
  }

  skipString(): boolean {
    const { bytes, end } = this;
    if (this.at >= end || bytes[this.at] !== QUOTE) return false;
    this.escaped = false;
    let at = this.at + 1;
    for (;;) {
      // Four at a time: most of an alert is inside strings. Behind the end the table has nothing, which is not 0.
      for (;;) {
        if (IN_STRING[bytes[at] as number] !== 0) break;
        if (IN_STRING[bytes[at + 1] as number] !== 0) {
          at += 1;
          break;
        }
        if (IN_STRING[bytes[at + 2] as number] !== 0) {
          at += 2;
          break;
        }
        if (IN_STRING[bytes[at + 3] as number] !== 0) {
          at += 3;
          break;
        }
        at += 4;
      }
      if (at >= end) return false;
      const byte = bytes[at] as number;
      if (byte === QUOTE) break;
      if (byte !== BACKSLASH) return false;
      this.escaped = true;
      const length = at + 1 < end ? escapeLength(bytes, at + 1, end) : 0;
      if (length === 0) return false;
      at += 1 + length;
    }
    this.at = at + 1;
    return true;
  }

  skipValue(depth = 0): boolean {
    const byte = this.peek();
    if (byte === QUOTE) return this.skipString();
    if (byte === 123) return depth < DEEPEST && this.skipObject(depth);
    if (byte === 91) return depth < DEEPEST && this.skipArray(depth);
    if (byte === 45 || DIGIT[byte] === 1) return this.skipNumber();
    return this.skipLiteral();
  }

  private skipObject(depth: number): boolean {
    this.at += 1;
    if (this.take(125)) return true;
    for (;;) {
      this.peek();
      if (!this.skipString() || !this.take(58) || !this.skipValue(depth + 1)) return false;
      if (this.take(125)) return true;
      if (!this.take(44)) return false;
    }
  }

  private skipArray(depth: number): boolean {
    this.at += 1;
    if (this.take(93)) return true;
    for (;;) {
      if (!this.skipValue(depth + 1)) return false;
      if (this.take(93)) return true;
      if (!this.take(44)) return false;
    }
  }

  private skipNumber(): boolean {
    const { bytes } = this;
    if (bytes[this.at] === 45) this.at += 1;
    const first = this.at;
    if (!this.skipDigits() || (bytes[first] === 48 && this.at > first + 1)) return false;
    if (this.at < this.end && bytes[this.at] === 46) {
      this.at += 1;
      if (!this.skipDigits()) return false;
    }
    if (this.at < this.end && ((bytes[this.at] as number) | 32) === 101) {
      this.at += 1;
      if (this.at < this.end && (bytes[this.at] === 43 || bytes[this.at] === 45)) this.at += 1;
      if (!this.skipDigits()) return false;
    }
    return true;
  }

  private skipDigits(): boolean {
    const first = this.at;
    while (this.at < this.end && DIGIT[this.bytes[this.at] as number] === 1) this.at += 1;
    return this.at > first;
  }

  private skipLiteral(): boolean {
    for (const word of LITERALS) {
      if (this.at + word.length > this.end || !startsWith(this.bytes, this.at, word)) continue;
      this.at += word.length;
      return true;
    }
    return false;
  }
}

/** Behind the backslash; 0: no escape of JSON. */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  if (ESCAPED[bytes[at] as number] === 1) return 1;
  if (bytes[at] !== 117 || at + 4 >= end) return 0;
  for (let index = at + 1; index <= at + 4; index += 1) if (HEX[bytes[index] as number] !== 1) return 0;
  return 5;
}

export function startsWith(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/*
 * Cuts a stream of bytes into lines for the reader, and knows where the last whole line ended. A line without an end waits;
 * one that is too long is given up, not kept. Does not know where bytes come from.
 */
import { type AlertReader, LONGEST_LINE } from '../scan/alert-reader.ts';

const LINE_END = 10;
const NONE = Buffer.alloc(0);

export class LineFeeder {
  /** Behind the last whole line. */
  readTo: number;
  private readonly reader: AlertReader;
  private waiting = NONE;
  private waitingBytes = 0;

  constructor(reader: AlertReader, from: number) {
    this.reader = reader;
    this.readTo = from;
  }

  /** The bytes may be used for something else afterwards. */
  feed(bytes: Buffer): void {
    let start = 0;
    if (this.waitingBytes > 0) {
      const end = bytes.indexOf(LINE_END);
      if (end === -1) {
        this.wait(bytes);
        return;
      }
      this.wait(bytes.subarray(0, end + 1));
      this.addWaiting(1);
      start = end + 1;
    }
    const { reader } = this;
    const first = start;
    for (let end = bytes.indexOf(LINE_END, start); end !== -1; end = bytes.indexOf(LINE_END, start)) {
      reader.addLine(bytes, start, end);
      start = end + 1;
    }
    this.readTo += start - first;
    if (start < bytes.length) this.wait(bytes.subarray(start));
  }

  /** Nothing comes any more: what waits is a line. */
  finish(): void {
    if (this.waitingBytes > 0) this.addWaiting(0);
  }

  private wait(bytes: Buffer): void {
    this.waitingBytes += bytes.length;
    this.waiting = this.waitingBytes > LONGEST_LINE + 1 ? NONE : Buffer.concat([this.waiting, bytes]);
  }

  private addWaiting(ending: number): void {
    const isTooLong = this.waiting.length < this.waitingBytes;
    if (isTooLong) this.reader.unreadable += 1;
    else this.reader.addLine(this.waiting, 0, this.waiting.length - ending);
    this.readTo += this.waitingBytes;
    this.waiting = NONE;
    this.waitingBytes = 0;
  }
}

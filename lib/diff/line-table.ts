/* A byte string as lines, without copying it: line n (from 0) stands at [starts[n], starts[n + 1]), its line end included. */

export class LineTable {
  readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    if (this.starts.at(-1) !== text.length) this.starts.push(text.length);
  }

  get count(): number {
    return this.starts.length - 1;
  }

  start(line: number): number {
    return this.starts[Math.min(line, this.count)] ?? this.text.length;
  }

  /** With its line end. */
  raw(line: number): string {
    return this.text.slice(this.start(line), this.start(line + 1));
  }

  slice(from: number, to: number): string[] {
    const lines: string[] = [];
    for (let line = from; line < to; line++) lines.push(this.raw(line));
    return lines;
  }

  /** How many whole lines end at or before `offset`. */
  linesBefore(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How many whole lines begin at or behind `offset`. */
  linesFrom(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) >= offset) high = middle;
      else low = middle + 1;
    }
    return this.count - low;
  }
}

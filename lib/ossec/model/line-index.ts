/* Line numbers by byte offset, looked up in O(log n): built once per file. */

export class LineIndex {
  /** Offset of the first byte of each line. */
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    if (text.endsWith('\n')) this.starts.pop();
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line, from 1, on which the byte at `offset` stands. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  }
}

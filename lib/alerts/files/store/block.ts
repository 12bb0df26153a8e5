/*
 * Holds the alerts of one segment in memory for questions that go over all of them: as columns, those of one rule side by side,
 * so that a question about some rules does not touch the others. Pure.
 */
import { withRoom } from './segments.ts';

/** What a row of a block takes. */
const ROW_BYTES = 18;

export type Columns = {
  at: Float64Array;
  variant: Uint32Array;
  agent: Uint32Array;
  source: Uint32Array;
  user: Uint32Array;
};

export class Block {
  readonly count: number;
  /** The variants that are in it, and where the rows of each begin; one more at the end. In a variant as they came. */
  readonly variants: Uint32Array;
  readonly starts: Uint32Array;
  readonly at: Float64Array;
  readonly agent: Uint16Array;
  readonly source: Uint32Array;
  readonly user: Uint32Array;
  readonly first: number;
  readonly last: number;

  constructor(columns: Columns, count: number) {
    this.count = count;
    this.at = new Float64Array(count);
    this.agent = new Uint16Array(count);
    this.source = new Uint32Array(count);
    this.user = new Uint32Array(count);
    const { variants, starts, next } = groupsOf(columns.variant, count);
    this.variants = variants;
    this.starts = starts;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < count; row += 1) {
      const variant = columns.variant[row] as number;
      const place = next[variant] as number;
      next[variant] = place + 1;
      const at = columns.at[row] as number;
      if (at < first) first = at;
      if (at > last) last = at;
      this.at[place] = at;
      this.agent[place] = columns.agent[row] as number;
      this.source[place] = columns.source[row] as number;
      this.user[place] = columns.user[row] as number;
    }
    this.first = first;
    this.last = last;
  }

  get bytes(): number {
    return this.count * ROW_BYTES + this.variants.length * 8;
  }

  /** Another block: a question that goes over this one sees what it began with. */
  with(rows: Columns & { count: number }): Block {
    const count = this.count + rows.count;
    const columns = emptyColumns(count);
    for (const [group, variant] of this.variants.entries())
      columns.variant.fill(variant, this.starts[group], this.starts[group + 1]);
    for (const name of ['at', 'agent', 'source', 'user'] as const) columns[name].set(this[name]);
    for (const name of ['at', 'variant', 'agent', 'source', 'user'] as const)
      columns[name].set(rows[name].subarray(0, rows.count), this.count);
    return new Block(columns, count);
  }
}

export const emptyColumns = (count: number): Columns => ({
  at: new Float64Array(count),
  variant: new Uint32Array(count),
  agent: new Uint32Array(count),
  source: new Uint32Array(count),
  user: new Uint32Array(count),
});

export const EMPTY_BLOCK = new Block(emptyColumns(0), 0);

/** `next`: where the next row of each variant goes. */
function groupsOf(variant: Uint32Array, count: number) {
  let next: Uint32Array<ArrayBuffer> = new Uint32Array(512);
  for (let row = 0; row < count; row += 1) {
    next = withRoom(next, variant[row] as number);
    next[variant[row] as number] = (next[variant[row] as number] as number) + 1;
  }
  const variants = Uint32Array.from([...next.keys()].filter((number) => next[number] !== 0));
  const starts = new Uint32Array(variants.length + 1);
  for (const [group, number] of variants.entries()) {
    starts[group + 1] = (starts[group] as number) + (next[number] as number);
    next[number] = starts[group] as number;
  }
  return { variants, starts, next };
}

/** Keeps blocks up to so many bytes; the one that was asked for longest ago goes first. */
export class BlockCache {
  bytes = 0;
  private readonly blocks = new Map<number, Block>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(segment: number): Block | undefined {
    const block = this.blocks.get(segment);
    if (block === undefined) return undefined;
    this.blocks.delete(segment);
    this.blocks.set(segment, block);
    return block;
  }

  put(segment: number, block: Block): void {
    this.drop(segment);
    this.blocks.set(segment, block);
    this.bytes += block.bytes;
    for (const oldest of this.blocks.keys()) {
      if (this.bytes <= this.most) return;
      this.drop(oldest);
    }
  }

  drop(segment: number): void {
    const block = this.blocks.get(segment);
    if (block === undefined) return;
    this.blocks.delete(segment);
    this.bytes -= block.bytes;
  }
}

/*
 * Holds the alerts of one segment in memory, as columns, for questions that go over all of them. Pure.
 */
import type { EventRows } from '../scan/event-rows.ts';

/** What a row of a block takes. */
export const ROW_BYTES = 24;

export class Block {
  count = 0;
  at: Float64Array;
  variant: Uint32Array;
  agent: Uint32Array;
  source: Uint32Array;
  user: Uint32Array;

  constructor(room: number) {
    this.at = new Float64Array(room);
    this.variant = new Uint32Array(room);
    this.agent = new Uint32Array(room);
    this.source = new Uint32Array(room);
    this.user = new Uint32Array(room);
  }

  get bytes(): number {
    return this.at.length * ROW_BYTES;
  }

  /** Another block: a question that goes over this one sees what it began with. */
  with(rows: EventRows): Block {
    const larger = new Block(this.count + rows.count);
    larger.count = larger.at.length;
    for (const name of ['at', 'variant', 'agent', 'source', 'user'] as const) {
      larger[name].set(this[name].subarray(0, this.count));
      larger[name].set(rows[name].subarray(0, rows.count), this.count);
    }
    return larger;
  }
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

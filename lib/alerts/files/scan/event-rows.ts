/*
 * Holds what is kept of alerts as columns of numbers, until they are stored. Pure.
 */

export const NUMBER_COLUMNS = ['at', 'variant', 'agent', 'source', 'user', 'description', 'seconds', 'offset'] as const;
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];
export type Event = Record<NumberColumn, number> & { oddId: string | null };

/** Grows as needed. `seconds` and `offset` are the two numbers of an id; `oddIds` holds those that are not two numbers. */
export class EventRows {
  count = 0;
  readonly oddIds = new Map<number, string>();
  private room = 4096;
  at = new Float64Array(this.room);
  variant = new Uint32Array(this.room);
  agent = new Uint32Array(this.room);
  source = new Uint32Array(this.room);
  user = new Uint32Array(this.room);
  description = new Uint32Array(this.room);
  seconds = new Uint32Array(this.room);
  offset = new Float64Array(this.room);

  /** The index of a new row, to be filled in by the caller. */
  add(): number {
    if (this.count === this.room) this.grow();
    this.count += 1;
    return this.count - 1;
  }

  clear(): void {
    this.count = 0;
    this.oddIds.clear();
  }

  idOf(row: number): string {
    return this.oddIds.get(row) ?? `${this.seconds[row]}.${this.offset[row]}`;
  }

  private grow(): void {
    this.room *= 2;
    const doubled = <T extends Float64Array | Uint32Array>(column: T, larger: T): T => {
      larger.set(column);
      return larger;
    };
    this.at = doubled(this.at, new Float64Array(this.room));
    this.offset = doubled(this.offset, new Float64Array(this.room));
    for (const name of ['variant', 'agent', 'source', 'user', 'description', 'seconds'] as const)
      this[name] = doubled(this[name], new Uint32Array(this.room));
  }
}

const ID = /^(0|[1-9]\d{0,8}|[1-3]\d{9})\.(0|[1-9]\d{0,14})$/;

/** The two numbers of "seconds.offset"; null when it says more than they would. */
export function splitId(id: string): { seconds: number; offset: number } | null {
  const [, seconds, offset] = ID.exec(id) ?? [];
  return seconds === undefined || offset === undefined ? null : { seconds: Number(seconds), offset: Number(offset) };
}

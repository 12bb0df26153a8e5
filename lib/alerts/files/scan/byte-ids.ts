/*
 * Remembers which number a run of bytes stands for, without making a string of it. A cache: bounded, and empty again when it
 * is full. Pure; does not know what the bytes mean.
 */

const SLOTS = 1 << 17;
const MOST_ENTRIES = SLOTS / 2;
const MOST_BYTES = 8 << 20;

/** `find` gives -1 for bytes that are not known with this seed; the caller looks up what they mean and calls `keep`. */
export class ByteIds {
  private readonly slots = new Int32Array(SLOTS).fill(-1);
  private readonly starts = new Int32Array(MOST_ENTRIES + 1);
  private readonly ids = new Int32Array(MOST_ENTRIES);
  private readonly seeds = new Int32Array(MOST_ENTRIES);
  private bytes = new Uint8Array(1 << 16);
  private count = 0;
  private slot = 0;
  private seed = 0;

  find(source: Uint8Array, { start, end }: { start: number; end: number }, seed = 0): number {
    const { slots, starts, bytes } = this;
    let slot = hash(source, { start, end }, seed) & (SLOTS - 1);
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === -1) break;
      const at = starts[entry] as number;
      const isCandidate = this.seeds[entry] === seed && (starts[entry + 1] as number) - at === end - start;
      if (isCandidate && same({ bytes, at }, source, { start, end })) return this.ids[entry] as number;
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.slot = slot;
    this.seed = seed;
    return -1;
  }

  /** Right behind a `find` that gave -1 for the same bytes. */
  keep(source: Uint8Array, { start, end }: { start: number; end: number }, id: number): void {
    const at = this.starts[this.count] as number;
    const length = end - start;
    if (this.count >= MOST_ENTRIES || at + length > MOST_BYTES) {
      this.forget();
      return;
    }
    if (at + length > this.bytes.length) this.grow(at + length);
    this.bytes.set(source.subarray(start, end), at);
    this.starts[this.count + 1] = at + length;
    this.ids[this.count] = id;
    this.seeds[this.count] = this.seed;
    this.slots[this.slot] = this.count;
    this.count += 1;
  }

  forget(): void {
    this.slots.fill(-1);
    this.count = 0;
  }

  private grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Four bytes at a time; those that are left one by one. */
function hash(source: Uint8Array, { start, end }: { start: number; end: number }, seed: number): number {
  let value = 0x811c9dc5 ^ Math.imul(seed, 0x85ebca6b);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const four =
      (source[at] as number) |
      ((source[at + 1] as number) << 8) |
      ((source[at + 2] as number) << 16) |
      ((source[at + 3] as number) << 24);
    value = Math.imul(value ^ four, 0x9e3779b1);
    value ^= value >>> 15;
  }
  for (; at < end; at += 1) value = Math.imul(value ^ (source[at] as number), 0x01000193);
  return value ^ (value >>> 13);
}

function same(
  known: { bytes: Uint8Array; at: number },
  source: Uint8Array,
  { start, end }: { start: number; end: number },
): boolean {
  const { bytes, at } = known;
  for (let index = start; index < end; index += 1) if (source[index] !== bytes[at + index - start]) return false;
  return true;
}

/*
 * Owns the numbers that stand for what alerts say: rules, agents, addresses, users, descriptions. Who attacks chooses some of
 * these, so how many are kept apart is bounded; the rest is one entry that says so. Pure; does not know where it is stored.
 */
import { isRefused } from '../../is-refused.ts';
import type { ReadAlert } from '../../read-alert.ts';

export type Variant = { key: string; ruleId: number; level: number; groups: string };
export type Agent = { id: string; name: string };
/** `folded` stands for many: 1 would run, 2 the manager refuses. */
export type Source = { address: string | null; srcip: string | null; folded: 0 | 1 | 2 };
export type User = { name: string | null; folded: 0 | 1 | 2 };
export type Description = { text: string; folded: 0 | 1 };

export const NOT_KEPT = '(not kept)';
export type Limits = { total: number; day: number; length: number };
export const LIMITS = {
  variants: { total: 50_000, day: 50_000, length: 8192 },
  // Blocks keep agents as 16 bits.
  agents: { total: 65_000, day: 65_000, length: 1024 },
  sources: { total: 400_000, day: 60_000, length: 256 },
  users: { total: 200_000, day: 20_000, length: 256 },
  descriptions: { total: 60_000, day: 6_000, length: 2048 },
} satisfies Record<string, Limits>;

/** Entries by number. Numbers of entries that were forgotten are given again; `age` then grows. */
export class Dictionary<T> {
  /** With holes where one was forgotten. */
  readonly entries: T[] = [];
  /** Numbers that are not on the disk yet. */
  readonly fresh: number[] = [];
  age = 0;
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];
  /** Was an entry folded since the day began? */
  private hasFolded = false;
  private newToday = 0;
  private readonly keyOf: (entry: T) => string;
  private readonly limits: Limits;

  constructor(keyOf: (entry: T) => string, limits: Limits) {
    this.keyOf = keyOf;
    this.limits = limits;
  }

  /** The number of the entry, a new one for a new entry; `fold` says what stands for it when there are too many. */
  number(entry: T, fold: () => T): number {
    const key = this.keyOf(entry);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const { total, day, length } = this.limits;
    if (key.length > length || this.newToday >= day || this.numbers.size >= total) {
      this.hasFolded = true;
      return this.force(fold());
    }
    this.newToday += 1;
    return this.force(entry);
  }

  /** Without a limit. */
  force(entry: T): number {
    const key = this.keyOf(entry);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.free.pop() ?? this.entries.length;
    this.put(number, entry);
    this.fresh.push(number);
    return number;
  }

  /** True when what was folded may be kept apart now. */
  startDay(): boolean {
    const hasFolded = this.hasFolded;
    this.newToday = 0;
    this.hasFolded = false;
    return hasFolded;
  }

  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** As they are on the disk. */
  restore(stored: readonly { number: number; entry: T }[]): void {
    if (stored.length === 0) return;
    this.fresh.length = 0;
    for (const { number, entry } of stored) this.put(number, entry);
    for (let number = 0; number < this.entries.length; number += 1)
      if (!(number in this.entries)) this.free.push(number);
  }

  forget(numbers: readonly number[]): void {
    if (numbers.length === 0) return;
    for (const number of numbers) {
      this.numbers.delete(this.keyOf(this.entries[number] as T));
      delete this.entries[number];
      this.free.push(number);
    }
    this.age += 1;
  }

  private put(number: number, entry: T): void {
    this.entries[number] = entry;
    this.numbers.set(this.keyOf(entry), number);
  }
}

const NOTHING: Source = { address: null, srcip: null, folded: 0 };
const NOBODY: User = { name: null, folded: 0 };

export class Vocabulary {
  readonly variants: Dictionary<Variant>;
  readonly agents: Dictionary<Agent>;
  /** Number 0: no address. */
  readonly sources: Dictionary<Source>;
  /** Number 0: no user. */
  readonly users: Dictionary<User>;
  readonly descriptions: Dictionary<Description>;

  constructor(limits: Record<keyof typeof LIMITS, Limits> = LIMITS) {
    this.variants = new Dictionary(({ key }) => key, limits.variants);
    this.agents = new Dictionary(({ id, name }) => JSON.stringify([id, name]), limits.agents);
    this.sources = new Dictionary((source) => sourceKey(source), limits.sources);
    this.users = new Dictionary(
      ({ name, folded }) => (folded || name === null ? `${folded}` : `=${name}`),
      limits.users,
    );
    this.descriptions = new Dictionary(({ text, folded }) => `${folded}${text}`, limits.descriptions);
    this.sources.force(NOTHING);
    this.users.force(NOBODY);
  }

  get all(): Dictionary<unknown>[] {
    return [this.variants, this.agents, this.sources, this.users, this.descriptions] as Dictionary<unknown>[];
  }

  /** What is not kept apart, in words. */
  get folded(): string[] {
    const isFolded = (dictionary: { find(key: string): number | undefined }) =>
      ['1', '2'].some((key) => dictionary.find(key) !== undefined);
    return [
      ...(isFolded(this.sources) ? ['addresses'] : []),
      ...(isFolded(this.users) ? ['users'] : []),
      ...(this.descriptions.find(`1${NOT_KEPT}`) !== undefined ? ['descriptions'] : []),
    ];
  }

  startDay(): boolean {
    return this.all.map((dictionary) => dictionary.startDay()).includes(true);
  }

  variant({ variant: key, ruleId, level, groups }: ReadAlert): number {
    const other = { key: NOT_KEPT, ruleId: 0, level: 0, groups: '' };
    return this.variants.number({ key, ruleId, level, groups }, () => other);
  }

  agent(id: string, name: string): number {
    return this.agents.number({ id, name }, () => ({ id: NOT_KEPT, name: '' }));
  }

  source(address: string | null, srcip: string | null): number {
    if (address === null && srcip === null) return 0;
    const folded = () => (isRefused({ srcip, user: null }) ? 2 : 1);
    return this.sources.number({ address, srcip, folded: 0 }, () => ({
      address: NOT_KEPT,
      srcip: null,
      folded: folded(),
    }));
  }

  user(name: string | null): number {
    if (name === null) return 0;
    const folded = () => (isRefused({ srcip: null, user: name }) ? 2 : 1);
    return this.users.number({ name, folded: 0 }, () => ({ name: NOT_KEPT, folded: folded() }));
  }

  description(text: string): number {
    return this.descriptions.number({ text, folded: 0 }, () => ({ text: NOT_KEPT, folded: 1 }));
  }
}

/** Addresses hold no blanks as a rule; where they do, the pair is still told apart. */
function sourceKey({ address, srcip, folded }: Source): string {
  if (folded) return `${folded}`;
  return address === srcip ? `=${address}` : JSON.stringify([address, srcip]);
}

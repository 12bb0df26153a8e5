/*
 * Owns what is the same for every alert with an address or a user: is it listed, refused, none at all. Kept per number, so that
 * a question asks it once. Pure.
 */
import { toWhiteList } from '../../../ossec/white-list/is-listed.ts';
import { isRefused } from '../../is-refused.ts';
import type { Dictionary, Source, User, Vocabulary } from '../scan/vocabulary.ts';

const KEPT_WHITE_LISTS = 6;

/** Bits of a source. */
export const LISTED = 1;
export const REFUSED = 2;
export const NO_ADDRESS = 4;

type Kept = { age: number; upTo: number; flags: Uint8Array };

export class Marks {
  private readonly words: Vocabulary;
  private readonly sources = new Map<string, Kept>();
  private readonly users: Kept = { age: -1, upTo: 0, flags: new Uint8Array(0) };

  constructor(words: Vocabulary) {
    this.words = words;
  }

  ofSources(whiteList: readonly string[]): Uint8Array {
    const key = JSON.stringify(whiteList);
    const kept = this.sources.get(key) ?? { age: -1, upTo: 0, flags: new Uint8Array(0) };
    this.sources.delete(key);
    this.sources.set(key, kept);
    for (const oldest of this.sources.keys()) {
      if (this.sources.size <= KEPT_WHITE_LISTS) break;
      this.sources.delete(oldest);
    }
    const listed = toWhiteList(whiteList);
    return extend(kept, this.words.sources, (source) => markSource(source, listed));
  }

  /** 1: refused. */
  ofUsers(): Uint8Array {
    return extend(this.users, this.words.users, markUser);
  }
}

function extend<T>(kept: Kept, { entries, age }: Dictionary<T>, mark: (entry: T) => number): Uint8Array {
  if (kept.age !== age) Object.assign(kept, { age, upTo: 0 });
  if (kept.flags.length < entries.length) {
    const larger = new Uint8Array(entries.length + 1024);
    larger.set(kept.flags);
    kept.flags = larger;
  }
  for (; kept.upTo < entries.length; kept.upTo += 1) {
    const entry = entries[kept.upTo];
    kept.flags[kept.upTo] = entry === undefined ? 0 : mark(entry);
  }
  return kept.flags;
}

function markSource({ address, srcip, folded }: Source, listed: (srcip: string) => boolean): number {
  const refused = folded === 2 || (folded === 0 && isRefused({ srcip, user: null }));
  return (srcip !== null && listed(srcip) ? LISTED : 0) | (refused ? REFUSED : 0) | (address === null ? NO_ADDRESS : 0);
}

const markUser = ({ name, folded }: User): number =>
  folded === 2 || (folded === 0 && isRefused({ srcip: null, user: name })) ? 1 : 0;

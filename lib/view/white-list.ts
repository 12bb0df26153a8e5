/* The white list as its page shows it. Plain data. */
import type { EntryDescription } from '../ossec/white-list/describe-entry.ts';
import type { OwnAddress } from './own-address.ts';

/** An entry of the file or of the draft. */
export type ListedEntry = {
  /** The entry as written. */
  address: string;
  mark: '+' | '-' | null;
  /** The change of the draft that adds or removes it. */
  changeId: string | null;
  /** Where it stands in the file; more than one for an entry that repeats. */
  lines: number[];
  description: EntryDescription;
  /** Another entry that covers all of it; null when there is none. */
  coveredBy: string | null;
};

export type WhiteListRow = ListedEntry & {
  note: string;
  /** Its last day as a date field takes it; empty for one that stays. */
  expiresOn: string;
  isExpired: boolean;
  /** "until 31 Dec 2026", "expired 3 days ago"; null for one that stays. */
  expiryWords: string | null;
  /** "Added by Ada, today 14:28"; null where nobody knows. */
  addedWords: string | null;
};

/** How many alerts each entry kept from setting off a response. */
export type HeldBack =
  | {
      kind: 'known';
      /** By entry as written. */
      counts: Record<string, number>;
      /** "in the last 30 days", "in the 2 days that are known so far". */
      period: string;
      /** Entries behind the first few are not counted. */
      isCut: boolean;
      /** Which numbers are not exact, a sentence; null when all are. */
      note: string | null;
    }
  | { kind: 'unknown'; why: string };

export type OwnAddressRow = OwnAddress & {
  /** The entry of the list, with the draft, that covers it; null when none does. */
  coveredBy: string | null;
  /** Why it may stay open, said by whom; null when nobody said so. */
  dismissed: { reason: string; who: string; when: string } | null;
};

import { type LockOut, OWN_WORDS } from '@/lib/view/lock-out';
import type { OwnAddress } from '@/lib/view/own-address';

/** "10.20.9.10 (the manager)" */
export const ownWords = ({ address, what, name }: OwnAddress): string => `${address} (${name ?? OWN_WORDS[what]})`;

/** Names joined, of many the rest counted. */
export function joined(words: readonly string[], most = 6): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What could happen, the worst first: oneself, then what the draft brings about. */
export function lockOutTitle({ open }: LockOut): string {
  const isNew = open.some((one) => one.isNew);
  if (open.some(({ what }) => what === 'you'))
    return isNew ? 'With your draft, a response can block you' : 'A response can block you';
  return isNew ? 'With your draft, a response can block our own addresses' : 'A response can block our own addresses';
}

/** Red where somebody locks themselves out, or where the draft is to blame. */
export const isGrave = ({ open }: LockOut): boolean => open.some(({ isNew, what }) => isNew || what === 'you');

/*
 * The list as the page shows it: the entries of the file in their order, those that the draft removes in their place, those
 * that it adds last. Pure; the time is given. Times and people in words are the page's business.
 */
import type { Change, ConfigModel } from '../ossec/index.ts';
import { isWithinEntry } from '../ossec/white-list/advise-entry.ts';
import { describeEntry } from '../ossec/white-list/describe-entry.ts';
import { parseEntry } from '../ossec/white-list/parse-entry.ts';
import type { ListedEntry } from '../view/white-list.ts';

type Noted = { id: string; change: Change };

/** `changes` are those of the draft that take part in its plan. */
export function listEntries({ whiteList }: Pick<ConfigModel, 'whiteList'>, changes: readonly Noted[]): ListedEntry[] {
  const idOf = (op: Change['op'], entry: string) =>
    changes.find(({ change }) => change.op === op && 'address' in change && change.address === entry)?.id ?? null;
  const inFile = [...Map.groupBy(whiteList, ({ address }) => address)].map(([address, some]) => {
    const changeId = idOf('remove-white-list', address);
    return { address, mark: changeId === null ? null : ('-' as const), changeId, lines: some.map(({ line }) => line) };
  });
  const known = new Set(inFile.map(({ address }) => address));
  const added = changes.flatMap(({ id, change }) =>
    change.op === 'add-white-list' && !known.has(change.address)
      ? [{ address: change.address, mark: '+' as const, changeId: id, lines: [] }]
      : [],
  );
  const all = [...inFile, ...added];
  const covers = coversIn(all.filter(({ mark }) => mark !== '-').map(({ address }) => address));
  return all.map((one) => ({
    ...one,
    description: describeEntry(one.address),
    coveredBy: one.mark === '-' ? null : (covers.get(one.address) ?? null),
  }));
}

/** Of two entries that cover each other the later one is the one too many. Each is read once: lists may be long. */
function coversIn(staying: readonly string[]): Map<string, string> {
  const read = staying.map((address) => ({ address, entry: parseEntry(address) }));
  return new Map(
    read.flatMap(({ address, entry }, at) => {
      const cover = read.find(
        (other, position) =>
          position !== at && isWithinEntry(entry, other.entry) && (position < at || !isWithinEntry(other.entry, entry)),
      );
      return cover ? [[address, cover.address] as const] : [];
    }),
  );
}

/** The entries that the draft leaves. */
export const entriesAfter = (entries: readonly ListedEntry[]): string[] =>
  entries.filter(({ mark }) => mark !== '-').map(({ address }) => address);

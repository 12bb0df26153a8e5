/*
 * Since when the file has each response that it has now, as far as Riposte saw its versions: what ran before followed others.
 */
import { listRevisions } from '../history/revisions.ts';
import type { Config } from '../ossec/index.ts';
import { isListed } from '../ossec/white-list/is-listed.ts';
import type { Database } from '../state/database.ts';
import { loadParsed } from './workspace.ts';

/** Versions that are compared: parsing all of a long history would be felt. */
const MAX_VERSIONS = 12;

export type ResponsesSince = {
  /** Epoch milliseconds for a block of the file; null when no version without that very response is known. */
  of: (block: number) => number | null;
  /** Did a version that was the file then spare the address? */
  wasSpared: (at: number, srcip: string | null) => boolean;
};

/** In the file, and in no version that was noticed: nothing in the past can be held against it. */
const NOT_YET = Number.POSITIVE_INFINITY;

type Loaded = Config['verdict']['responses'][number];

/** All that decides when, where, what and for how long; not where the block stands. */
const keyOf = ({ block, ...response }: Loaded): string => JSON.stringify(response);
const queuesOf = ({ verdict }: Config): string => JSON.stringify([verdict.queues, verdict.execd.disabled]);
const listOf = ({ model }: Config): string[] => model.whiteList.map(({ address }) => address);

type WhiteListThen = { from: number; to: number; entries: string[] };

/** `sha256` is the file's, `config` what it says. */
export function responsesSince(database: Database, config: Config, sha256: string): ResponsesSince {
  const since = new Map<string, number>();
  let open = new Set(config.verdict.responses.map(keyOf));
  const lists: WhiteListThen[] = [];
  const revisions = listRevisions(database, { limit: MAX_VERSIONS });
  let until = Number.POSITIVE_INFINITY;
  for (const { at, sha256: version } of revisions) {
    const older = version === sha256 ? config : loadParsed(database, version);
    // With other queues nothing was sent, or by other ways.
    const has = older && queuesOf(older) === queuesOf(config) ? new Set(older.verdict.responses.map(keyOf)) : new Set();
    for (const key of open) if (!has.has(key) && !since.has(key)) since.set(key, NOT_YET);
    open = new Set([...open].filter((key) => has.has(key)));
    for (const key of open) since.set(key, at);
    if (older) lists.push({ from: at, to: until, entries: listOf(older) });
    until = at;
  }
  // What was before those that are compared is not known; of a whole history it is: nothing else.
  if (revisions.length < MAX_VERSIONS) for (const key of open) since.delete(key);
  return {
    of: (block) => {
      const found = config.verdict.responses.find((response) => response.block === block);
      return found ? (since.get(keyOf(found)) ?? null) : null;
    },
    wasSpared: (at, srcip) =>
      srcip !== null && lists.some(({ from, to, entries }) => at >= from && at < to && isListed(srcip, entries)),
  };
}

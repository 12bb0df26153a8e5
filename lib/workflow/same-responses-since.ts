/*
 * Since when the file has the responses that it has now, as far as Riposte saw its versions: what ran before followed others.
 */
import { listRevisions } from '../history/revisions.ts';
import type { Config } from '../ossec/index.ts';
import type { Database } from '../state/database.ts';
import { loadParsed } from './workspace.ts';

/** Versions that are compared: parsing all of a long history would be felt. */
const MAX_VERSIONS = 12;

const responsesOf = ({ verdict, model }: Config): string =>
  JSON.stringify([
    verdict.responses.map(({ block, ...response }) => response),
    verdict.queues,
    model.whiteList.map(({ address }) => address),
  ]);

/** Epoch milliseconds; null when no other responses are known. */
export function sameResponsesSince(database: Database, config: Config, sha256: string): number | null {
  const now = responsesOf(config);
  let since: number | null = null;
  const revisions = listRevisions(database, { limit: MAX_VERSIONS });
  for (const revision of revisions) {
    const older = revision.sha256 === sha256 ? config : loadParsed(database, revision.sha256);
    if (!older || responsesOf(older) !== now) return since;
    since = revision.at;
  }
  // What was before those that are compared is not known.
  return revisions.length === MAX_VERSIONS ? since : null;
}

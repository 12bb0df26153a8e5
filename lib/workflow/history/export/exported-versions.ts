/*
 * The history as a line of versions for other tools: oldest first, one at a time, whatever its length. Knows no format.
 */
import { personName } from '../../../auth/people.ts';
import { loadContent } from '../../../history/contents.ts';
import { type Revision, revisionsAfter, revisionTitle } from '../../../history/revisions.ts';
import type { Database } from '../../../state/database.ts';
import type { RevisionFate } from '../../../view/revision.ts';
import { loadStory } from '../revision-fate.ts';

/** Where the file is in what is exported: as below the directory of the manager. */
export const EXPORTED_PATH = 'etc/ossec.conf';

export type ExportedVersion = {
  revision: number;
  bytes: Uint8Array;
  author: { name: string; email: string };
  /** Epoch milliseconds. */
  at: number;
  /** One line. */
  title: string;
  /** Lines below the title. */
  body: string[];
};

/** Every version whose bytes are there; one without is named in the next. */
export function* exportedVersions(database: Database): Generator<ExportedVersion> {
  let missing: number[] = [];
  for (let after = 0; ; ) {
    const batch = revisionsAfter(database, after);
    for (const revision of batch) {
      const bytes = loadContent(database, revision.sha256);
      if (bytes) yield toVersion(database, revision, bytes, missing);
      missing = bytes ? [] : [...missing, revision.id];
    }
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function toVersion(database: Database, revision: Revision, bytes: Uint8Array, missing: number[]): ExportedVersion {
  const { id, at, note, sentences } = revision;
  return {
    revision: id,
    bytes,
    at,
    author: authorOf(database, revision),
    title: oneLine(revisionTitle(revision)),
    body: [
      ...sentences.map(({ mark, title, detail }) => oneLine(`${mark} ${title}${detail ? `: ${detail}` : ''}`)),
      ...(note ? ['', ...note.split(/\r\n|[\r\n]/).map((line) => `  ${oneLine(line)}`)] : []),
      ...(missing.length > 0 ? ['', `Riposte no longer has the bytes of revision ${missing.join(', ')}.`] : []),
      '',
      `Revision: ${id}`,
      `Outcome: ${FATES[loadStory(database, revision).fate]}`,
    ],
  };
}

const FATES: Record<RevisionFate, string> = {
  first: 'first look',
  outside: 'changed outside Riposte',
  'under-way': 'under way',
  kept: 'kept',
  saved: 'saved, not restarted',
  reverted: 'reverted by Riposte',
  'not-kept': 'not kept, reverted by Riposte',
  'reverted-by-hand': 'reverted by hand',
  'revert-failed': 'revert failed',
  superseded: 'overtaken by another change',
  failed: 'the manager did not come up',
  interrupted: 'not known',
};

function authorOf(database: Database, { source, person }: Revision): ExportedVersion['author'] {
  if (source === 'outside') return { name: 'Outside Riposte', email: 'outside@riposte.invalid' };
  if (source === 'first' || person === null) return { name: 'Riposte', email: 'riposte@riposte.invalid' };
  const name = oneLine(personName(database, person)).replace(/[<>"]/g, '').trim();
  const local = person.replace(/[^\w.-]/g, '-');
  return { name: name || local, email: `${local}@riposte.invalid` };
}

/** Nothing that a line of a format could end at, and nothing that can't be text. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trimEnd();

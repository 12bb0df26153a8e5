/*
 * Saved, loaded, running: which version the draft is made on, which one ossec.conf holds, which one the manager has read,
 * since when and by whom. Knows no words of a page.
 */
import { findRevision, type Revision } from '../history/revisions.ts';
import type { DraftView } from './draft-view.ts';
import type { ManagerState } from './manager-state.ts';
import { hasDraft } from './restore/restored-draft.ts';
import type { Restored, Workspace } from './workspace.ts';

export type Version = {
  sha256: string;
  /** Its number; null while it has none. */
  revision: number | null;
  source: Revision['source'] | null;
  /** A person's id; null for what happened outside Riposte. */
  person: string | null;
  /** When it came to the disk, epoch milliseconds. */
  at: number;
};

export type Versions = {
  /** Null when there is nothing in it. */
  draft: {
    changes: number;
    /** The older version that it starts from; null when it starts from the file on disk. */
    start: Pick<Restored, 'revision'> | null;
    savedAt: number | null;
    stale: boolean;
  } | null;
  /** Null when the file can't be read. */
  file: Version | null;
  running:
    | { state: 'not-running' }
    /** Riposte did not see which version this start has read. */
    | { state: 'not-known'; since: number | null }
    | { state: 'known'; version: Version | { sha256: string; revision: null }; since: number };
  /** True when the manager is known to run something else than the file says. */
  differs: boolean;
};

/** The three facts, from what a page has loaded anyway. */
export function loadVersions(workspace: Workspace, { sync, startedAt }: ManagerState): Versions {
  const { database, file, draft, restored } = workspace;
  const toVersion = ({ sha256, id, source, person, at }: Revision): Version => ({
    sha256,
    revision: id,
    source,
    person,
    at,
  });
  const versionOf = (sha256: string): Version | null => {
    const revision = findRevision(database, sha256);
    return revision && toVersion(revision);
  };
  const onDisk: Version | null = file && {
    ...{ sha256: file.sha256, revision: null, source: null, person: null, at: file.modifiedAt },
    ...versionOf(file.sha256),
  };
  return {
    draft: draft && hasDraft(workspace) ? draftOf(draft, restored ?? null) : null,
    file: onDisk,
    running: runningOf(),
    differs: sync.state === 'restart-pending',
  };

  function runningOf(): Versions['running'] {
    if (sync.state === 'manager-down') return { state: 'not-running' };
    const loaded = sync.state === 'in-sync' ? onDisk : sync.state === 'restart-pending' ? sync.loadedSha256 : null;
    if (loaded === null || startedAt === null) return { state: 'not-known', since: startedAt };
    if (typeof loaded !== 'string') return { state: 'known', version: loaded, since: startedAt };
    return { state: 'known', version: versionOf(loaded) ?? { sha256: loaded, revision: null }, since: startedAt };
  }
}

const draftOf = ({ changes, savedAt, stale }: DraftView, start: Restored | null): Versions['draft'] => ({
  changes: changes.length,
  start: start && { revision: start.revision },
  savedAt,
  stale,
});

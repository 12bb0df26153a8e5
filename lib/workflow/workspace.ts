/*
 * Everything a page needs to know at once: the manager, its file, and the person's draft against that file. One read a
 * request; nothing is cached across requests but the parsed file, by content.
 */
import { loadContent } from '../history/contents.ts';
import { findRevision } from '../history/revisions.ts';
import type { ConfigFile, Manager, ManagerFailure, ManagerIdentity } from '../manager/manager.ts';
import { openManager } from '../manager/open-manager.ts';
import { type Config, parseConfig } from '../ossec/index.ts';
import { type Database, openDatabase } from '../state/database.ts';
import { loadDraft } from './draft.ts';
import { type DraftView, viewDraft, viewRestored } from './draft-view.ts';

export type Workspace = {
  person: string;
  database: Database;
  manager: Manager;
  identity: ManagerIdentity;
  /** Null when the file can't be read: then `failure` says why. */
  file: ConfigFile | null;
  /** What the draft's changes are for: the file on disk, or the older version that the draft starts from. */
  config: Config | null;
  failure: ManagerFailure | null;
  draft: DraftView | null;
  /** The file the draft was made on, when it is not the one on disk. */
  base: Config | null;
  /** Set while the draft starts from an older version. */
  restored?: Restored | null;
};

export type Restored = {
  sha256: string;
  /** The newest revision with this content. */
  revision: number | null;
  onDisk: Config;
};

/** What ossec.conf says now, whatever the draft starts from. */
export const onDiskOf = ({ config, restored }: Pick<Workspace, 'config' | 'restored'>): Config | null =>
  restored?.onDisk ?? config;

export type WorkspaceResult = { ok: true; workspace: Workspace } | { ok: false; failure: ManagerFailure };

const parsed = new Map<string, Config>();
const MAX_PARSED = 6;

/** Parses once per content: pages and actions ask for the same file many times. */
function parseOnce(sha256: string, bytes: Uint8Array): Config {
  const known = parsed.get(sha256);
  if (known) return known;
  const config = parseConfig(bytes);
  parsed.set(sha256, config);
  const oldest = parsed.keys().next().value;
  if (parsed.size > MAX_PARSED && oldest !== undefined) parsed.delete(oldest);
  return config;
}

/** The parsed content; null when its bytes were never kept. */
export function loadParsed(database: Database, sha256: string): Config | null {
  const known = parsed.get(sha256);
  if (known) return known;
  const bytes = loadContent(database, sha256);
  return bytes ? parseOnce(sha256, bytes) : null;
}

/** Loads the manager, its file and the person's draft. Fails only when there is no manager at all. */
export async function loadWorkspace(person: string): Promise<WorkspaceResult> {
  const opened = openManager();
  if (!opened.ok) return opened;
  const manager = opened.value;
  const database = openDatabase();
  const [identity, loaded] = await Promise.all([manager.identify(), manager.loadConfig()]);
  const common = { person, database, manager, identity };
  if (!loaded.ok) {
    return {
      ok: true,
      workspace: { ...common, file: null, config: null, failure: loaded.failure, draft: null, base: null },
    };
  }
  const file = loaded.value;
  const config = parseOnce(file.sha256, file.bytes);
  return { ok: true, workspace: refreshDraft({ ...common, file, config, failure: null, draft: null, base: null }) };
}

/** The workspace with the draft as it is stored now, against the same file. */
export function refreshDraft(workspace: Workspace): Workspace {
  const { database, person, file } = workspace;
  const onDisk = onDiskOf(workspace);
  if (!file || !onDisk) return workspace;
  const draft = loadDraft(database, person);
  const baseOf = (sha256: string) => loadParsed(database, sha256);
  const base = draft && draft.baseSha256 !== file.sha256 ? baseOf(draft.baseSha256) : null;
  const fresh = { ...workspace, config: onDisk, restored: null, base };
  const { restoreSha256 = null } = draft ?? {};
  if (!draft || restoreSha256 === null) return { ...fresh, draft: viewDraft(draft, onDisk, file.sha256, base, baseOf) };
  const older = baseOf(restoreSha256);
  // Places of a version that is gone are no places of this one.
  if (!older) return { ...fresh, draft: viewDraft({ ...draft, baseSha256: restoreSha256 }, onDisk, file.sha256, null) };
  const revision = findRevision(database, restoreSha256)?.id ?? null;
  const restored = { sha256: restoreSha256, revision, onDisk };
  return { ...fresh, config: older, restored, draft: viewRestored(draft, older, file.sha256) };
}

import 'server-only';
import { loadRevision } from '@/lib/history/revisions';
import type { Config } from '@/lib/ossec/index';
import type { Database } from '@/lib/state/database';
import { loadParsed, onDiskOf, type Workspace } from '@/lib/workflow/workspace';

export type Version = { name: string; sha256: string; config: Config };

/** "40" or "disk" as an address says it; null when there is no such version, or no longer its bytes. */
export function readVersion(database: Database, workspace: Workspace | null, asked: string): Version | null {
  if (asked === 'disk') {
    const config = workspace && onDiskOf(workspace);
    return config && workspace.file ? { name: 'On disk', sha256: workspace.file.sha256, config } : null;
  }
  const revision = /^[1-9]\d{0,14}$/.test(asked) ? loadRevision(database, Number(asked)) : null;
  const config = revision && loadParsed(database, revision.sha256);
  return config ? { name: `Revision ${revision.id}`, sha256: revision.sha256, config } : null;
}

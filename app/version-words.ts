/* Saved, loaded, running in words: for the card of the manager and for Overview. */
import { personName } from '@/lib/auth/people';
import type { Database } from '@/lib/state/database';
import type { VersionRow } from '@/lib/view/shell-state';
import type { ManagerState } from '@/lib/workflow/manager-state';
import type { Version, Versions } from '@/lib/workflow/versions';
import { formatDay } from './format-time';

const revisionWords = (revision: number | null): string =>
  revision === null ? 'Not numbered yet' : `Revision ${revision}`;

/** "changed outside Riposte", "by Marta"; null when it is not known. */
function byWords(database: Database, { source, person }: Version): string | null {
  if (source === 'outside') return 'changed outside Riposte';
  if (source === 'first') return 'when Riposte first looked';
  return person === null ? null : `by ${personName(database, person)}`;
}

/** Where the two versions can be compared; null when one has no number, or nothing differs. */
export function differenceHref({ file, running, differs }: Versions): string | null {
  const from = running.state === 'known' ? running.version.revision : null;
  const to = file?.revision ?? null;
  return differs && from !== null && to !== null && from !== to ? `/history/compare?from=${from}&to=${to}` : null;
}

/** "2 changes", "From revision 40", "From revision 40, 2 changes" */
function draftWords({ changes, start }: NonNullable<Versions['draft']>): string {
  const counted = changes === 1 ? '1 change' : `${changes} changes`;
  if (!start) return counted;
  const from = start.revision === null ? 'From an older version' : `From revision ${start.revision}`;
  return changes === 0 ? from : `${from}, ${counted}`;
}

function draftRow({ draft }: Versions): VersionRow {
  const term = 'Your draft';
  if (!draft) return { term, value: 'No changes', sub: null, mark: null };
  const value = draftWords(draft);
  const saved = draft.savedAt === null ? null : `Saved ${formatDay(draft.savedAt)}`;
  const sub = [saved, draft.stale ? 'made on an older file' : null].filter(Boolean).join(', ') || null;
  return { term, value, sub, mark: { tone: 'violet', words: 'Not in the file' } };
}

function fileRow(database: Database, { file, differs }: Versions): VersionRow {
  const term = 'File on disk';
  if (!file) return { term, value: 'Cannot be read', sub: null, mark: { tone: 'red', words: 'Not known' } };
  const sub = [`Since ${formatDay(file.at)}`, byWords(database, file)].filter(Boolean).join(', ');
  return {
    term,
    value: revisionWords(file.revision),
    sub,
    mark: differs ? { tone: 'amber', words: 'Not loaded' } : null,
  };
}

function runningRow({ running, differs }: Versions): VersionRow {
  const term = 'Manager runs';
  if (running.state === 'not-running') {
    return { term, value: 'Nothing', sub: 'It is not running', mark: { tone: 'red', words: 'Down' } };
  }
  const sub = running.since === null ? null : `Since ${formatDay(running.since)}`;
  const mark = differs ? ({ tone: 'amber', words: 'Not the file' } as const) : null;
  if (running.state === 'not-known') return { term, value: 'Not known', sub, mark };
  return { term, value: revisionWords(running.version.revision), sub, mark };
}

/** The three facts. */
export const versionRows = (database: Database, versions: Versions): VersionRow[] => [
  draftRow(versions),
  fileRow(database, versions),
  runningRow(versions),
];

/** "Running revision 40. File differs" */
export function managerLine({ running, differs }: Versions, { up, missing }: ManagerState): string {
  if (running.state === 'not-running') return 'Not running';
  const down = up ? '' : `${missing.length === 1 ? '1 daemon' : `${missing.length} daemons`} down. `;
  const revision = running.state === 'known' ? running.version.revision : null;
  const what = revision === null ? 'Running' : `Running revision ${revision}`;
  const sync = differs ? 'File differs' : running.state === 'known' ? 'In sync' : 'State not known';
  return `${down}${what}. ${sync}`;
}

/** Why the file is not what runs: who changed it when, and what runs instead. */
export function pendingWords(database: Database, { file, running, draft }: Versions): string[] {
  if (!file) return [];
  const when = formatDay(file.at);
  const who = file.person === null ? null : personName(database, file.person);
  const changed =
    file.source === 'outside'
      ? `ossec.conf was changed outside Riposte ${when}, and is not loaded yet.`
      : who === null
        ? `ossec.conf was changed ${when} and is not loaded yet.`
        : `${who} changed ossec.conf ${when}. It is not loaded yet.`;
  const since = running.state === 'not-running' || running.since === null ? null : formatDay(running.since);
  const revision = running.state === 'known' ? running.version.revision : null;
  const runs =
    since && `The manager runs ${revision === null ? 'what it read' : `revision ${revision}, read`} ${since}.`;
  const kept = draft?.stale ? 'Your draft is kept and compared with the new file.' : null;
  return [changed, runs, kept, 'Changes take effect when it restarts.'].filter((words) => words !== null);
}

/** The same for the strip: "File changed today 13:58 outside Riposte, not loaded yet". */
export function changedWords(database: Database, { file, differs }: Versions): string | null {
  if (!file || !differs) return null;
  const by =
    file.source === 'outside' ? ' outside Riposte' : file.person ? ` by ${personName(database, file.person)}` : '';
  return `File changed ${formatDay(file.at)}${by}, not loaded yet`;
}

/*
 * What every page shows and asks for again every few seconds: kept light, the file is read but neither parsed nor planned.
 * Knows no words of a page.
 */
import { personName } from '../auth/people.ts';
import { findRevision } from '../history/revisions.ts';
import { openManager } from '../manager/open-manager.ts';
import { type Database, openDatabase } from '../state/database.ts';
import type { Fingerprints, ShellApply, ShellState } from '../view/shell-state.ts';
import { loadApply } from './apply/apply-record.ts';
import { loadAlarm, loadRunningApply } from './apply/running-apply.ts';
import { loadManagerState, type ManagerState } from './manager-state.ts';
import type { Workspace } from './workspace.ts';

type Known = Omit<ShellState, 'clock'>;

/** The apply that is under way, with what every page says of it; null when there is none. */
function loadShellApply(database: Database): ShellApply | null {
  const running = loadRunningApply(database);
  const record = running && loadApply(database, running.id);
  if (!running || !record) return null;
  return {
    ...running,
    who: personName(database, running.person),
    changes: record.sentences.length,
    comesBack: findRevision(database, record.baseSha256)?.id ?? null,
    decision: record.decision,
  };
}

function fingerprints(database: Database, person: string): Omit<Fingerprints, 'file' | 'loaded'> {
  const textOf = (sql: string, ...values: string[]): string | null => {
    const row = database.prepare(sql).get(...values);
    return row ? String(row.print) : null;
  };
  return {
    person,
    draft: textOf(`SELECT saved_at || ' ' || base_sha256 AS print FROM drafts WHERE person = ?`, person),
    apply: textOf(`SELECT id || ' ' || state AS print FROM applies ORDER BY id DESC LIMIT 1`),
    revision: textOf('SELECT MAX(id) AS print FROM revisions HAVING MAX(id) IS NOT NULL'),
  };
}

const loadedOf = ({ sync }: ManagerState, file: string | null): string | null =>
  sync.state === 'in-sync' ? file : sync.state === 'restart-pending' ? sync.loadedSha256 : null;

type Loaded = { database: Database; person: string; file: Workspace['file']; state: ManagerState | null };

/** The state of a page that has loaded the rest already. */
export function shellStateOf({ database, person, file, state }: Loaded): Known {
  const print = file?.sha256 ?? null;
  return {
    running: loadShellApply(database),
    alarm: loadAlarm(database),
    fingerprints: { ...fingerprints(database, person), file: print, loaded: state ? loadedOf(state, print) : null },
    managerUp: state?.up ?? false,
  };
}

/** The state now. Without a manager it tells what the database knows. */
export async function loadShellState(person: string): Promise<Known> {
  const database = openDatabase();
  const opened = openManager();
  if (!opened.ok) return shellStateOf({ database, person, file: null, state: null });
  const loaded = await opened.value.loadConfig();
  const file = loaded.ok ? loaded.value : null;
  return shellStateOf({
    ...{ database, person, file },
    state: await loadManagerState({ manager: opened.value, database, file }),
  });
}

/*
 * How often scripts reported a run, day by day: one question to the alert history, for Overview. What each run came to is
 * load-activity's business.
 */
import type { ResponseReport } from '../alerts/alert-history.ts';
import { openAlertHistory } from '../alerts/open-alert-history.ts';
import type { ReportedRuns } from '../view/reported-runs.ts';
import type { Workspace } from './workspace.ts';

const DAY = 86_400_000;
const DAYS = 14;
/** The newest are counted; a page is not the place for more. */
const MOST = 5000;
const UNNAMED = 'not named';

/** Null while there is no history, or nobody can read it. */
export async function loadReportedRuns({ identity }: Pick<Workspace, 'identity'>): Promise<ReportedRuns | null> {
  const now = Date.now();
  const first = Math.floor(now / DAY) * DAY - (DAYS - 1) * DAY;
  const history = openAlertHistory(identity);
  const coverage = await history.loadCoverage();
  if (!coverage.ok || coverage.value.from === null || coverage.value.state.kind === 'failed') return null;
  const loaded = await history.loadReports({ period: { from: first, to: now + 1 }, limit: MOST });
  if (!loaded.ok) return null;
  const { reports, more } = loaded.value;
  const from = Math.max(first, coverage.value.from, more ? (reports.at(-1)?.at ?? first) : first);
  const days = Math.max(1, Math.ceil((now - from) / DAY));
  const soFar = coverage.value.state.kind !== 'ready';
  return { from, to: now + 1, days: Math.min(DAYS, days), isWhole: from === first, soFar, ...countRuns(reports) };
}

function countRuns(reports: readonly ResponseReport[]): Pick<ReportedRuns, 'runs' | 'byDay'> {
  const counts = new Map<string, ReportedRuns['byDay'][number]>();
  const adds = reports.filter(({ kind }) => kind === 'add');
  for (const { at, script } of adds) {
    const one = { at: Math.floor(at / DAY) * DAY, script: script ?? UNNAMED, runs: 0 };
    const key = `${one.at} ${one.script}`;
    counts.set(key, { ...one, runs: (counts.get(key)?.runs ?? 0) + 1 });
  }
  return { runs: adds.length, byDay: [...counts.values()] };
}

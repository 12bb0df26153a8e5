/*
 * Why the absence of a report about an alert proves nothing: reports are not kept, or not in yet.
 * Pure.
 */
import { REPORT_LEVEL, readAlertSettings } from '../activity/read-alert-settings.ts';
import type { Coverage } from '../alerts/alert-history.ts';
import type { Config } from '../ossec/index.ts';

type Known = {
  coverage: Coverage | null;
  config: Config;
  /** Before it some reports are left out. */
  reportsFrom: number;
};

/** A sentence; null when a report would be known. `at`: of the alert. */
export function whySilent(at: number | null, { coverage, config, reportsFrom }: Known): string | null {
  const { writesJson, logLevel } = readAlertSettings(config);
  if (!writesJson) return 'The manager writes no alerts.json.';
  if (logLevel > REPORT_LEVEL)
    return `Reports have level ${REPORT_LEVEL}, and log_alert_level keeps them out of the alerts.`;
  if (coverage?.state.kind !== 'ready') return 'Not all alerts are in.';
  if (at === null) return null;
  return at < Math.max(reportsFrom, coverage.from ?? 0) ? 'The alert is older than the reports that are known.' : null;
}

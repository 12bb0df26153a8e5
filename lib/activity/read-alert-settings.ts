/* What ossec.conf says of its alerts, as far as reports of responses depend on it. Pure. */
import { decodeText } from '../ossec/byte-text.ts';
import type { Config } from '../ossec/index.ts';
import { sectionsNamed } from '../ossec/model/read-model.ts';

export type AlertSettings = {
  /** False: alerts.json is not written, there is no history. */
  writesJson: boolean;
  /** Alerts below are not logged: the reports of scripts have level 3. */
  logLevel: number;
};

/** Reports of scripts raise alerts of this level (wazuh-facts §9.2). */
export const REPORT_LEVEL = 3;

export function readAlertSettings({ tree }: Config): AlertSettings {
  const last = (section: string, element: string): string | null => {
    const values = sectionsNamed(tree, section).flatMap(({ children }) =>
      children.filter(({ name }) => name === element).map(({ value }) => decodeText(value).trim()),
    );
    return values.at(-1) ?? null;
  };
  return {
    writesJson: last('global', 'jsonout_output') !== 'no',
    logLevel: Number(last('alerts', 'log_alert_level') ?? REPORT_LEVEL) || 0,
  };
}

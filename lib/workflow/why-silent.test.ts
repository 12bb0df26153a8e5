import { expect, test } from 'vitest';
import type { Coverage } from '../alerts/alert-history.ts';
import { parseConfigText } from '../ossec/index.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { whySilent } from './why-silent.ts';

const coverage: Coverage = {
  ...{
    source: 'files',
    from: 1000,
    to: 9000,
    alerts: 5,
    unreadable: 0,
    state: { kind: 'ready' },
    diskBytes: 1,
    notes: [],
  },
};
const known = { coverage, config: parseConfigText(defaultConfig), reportsFrom: 0 };
const withText = (from: RegExp, to: string) => ({ config: parseConfigText(defaultConfig.replace(from, to)) });
const stopped = { kind: 'stopped', doneBytes: 1, totalBytes: 2 } as const;

test('of an alert in a whole history a report would be known', () => {
  expect(whySilent(5000, known)).toBeNull();
  expect(whySilent(null, known)).toBeNull();
});

test.each<[string, RegExp, Partial<typeof known>]>([
  ['alerts.json is off', /writes no alerts.json/, withText(/<jsonout_output>yes/, '<jsonout_output>no')],
  ['reports are below the level', /log_alert_level/, withText(/<log_alert_level>\d+/, '<log_alert_level>6')],
  ['reading was stopped', /Not all alerts/, { coverage: { ...coverage, state: stopped } }],
  ['the history begins later', /older than the reports/, { coverage: { ...coverage, from: 5001 } }],
  ['reports of then are left out', /older than the reports/, { reportsFrom: 5001 }],
])('%s: no report proves nothing', (_, says, more) => {
  expect(whySilent(5000, { ...known, ...more })).toMatch(says);
});

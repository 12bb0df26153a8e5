/*
 * Owns the promises of the AlertHistory port as one suite of tests: the answers of an adapter equal those of brute force over
 * the same alerts, whatever the adapter calls its variants. Knows no adapter.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlertHistory, AlertsQuery, CountQuery, Period, RuleVariant } from './alert-history.ts';
import { CONTRACT_ALERTS, FIRST_DAY, UNREADABLE_LINES } from './fixtures/contract-alerts.ts';
import { createMemoryHistory } from './fixtures/memory-history.ts';
import { type NamedHistory, nameVariants } from './fixtures/named-history.ts';

export type HistoryUnderTest = { history: AlertHistory; dispose(): Promise<void> };

export type HistoryMaker = {
  /** A history that knows these alerts, given as lines of alerts.json, the oldest first. */
  make(lines: readonly string[]): Promise<HistoryUnderTest>;
  /** Are lines that are no alert told? The indexer never sees them. */
  countsUnreadable: boolean;
  /** A number becomes text, as the indexer's fields do. Wazuh writes none, so alerts that have one are left out. */
  makesText?: true;
};

const hasNumber = (line: string): boolean => /"srcip":\d/.test(line);

const HOUR = 3_600_000;
const ALL: Period = { from: FIRST_DAY, to: FIRST_DAY + 48 * HOUR };
const WHITE_LISTS: Record<string, readonly string[]> = {
  'no white list': [],
  'a network': ['10.0.0.0/8'],
  'a network with a mask, and an address': ['10.1.2.0/255.255.255.0', '203.0.113.7'],
  patterns: ['^localhost.localdomain$', '2001:db8:'],
  'an empty entry, which covers every srcip': [''],
};

const any = (): boolean => true;
const isRule =
  (...ids: number[]) =>
  ({ ruleId }: RuleVariant) =>
    ids.includes(ruleId);

/** Runs the suite over histories that the caller makes. */
export function describeAlertHistoryContract(name: string, maker: HistoryMaker): void {
  describe(`${name} keeps the contract of an alert history`, () => {
    const alertLines = CONTRACT_ALERTS.filter((line) => !(maker.makesText && hasNumber(line)));
    const lines = maker.countsUnreadable ? [...alertLines, ...UNREADABLE_LINES] : alertLines;
    const reference = nameVariants(createMemoryHistory(() => lines.join('\n')));
    let under: HistoryUnderTest;
    let named: NamedHistory;
    const query = (whiteList: readonly string[] = []): AlertsQuery => ({ period: ALL, variants: [], whiteList });
    const counting = (asked: Partial<CountQuery> = {}): CountQuery => ({
      ...query(),
      step: 'hour',
      own: [],
      top: 10,
      ...asked,
    });

    beforeAll(async () => {
      under = await maker.make(lines);
      named = nameVariants(under.history);
    });
    afterAll(() => under?.dispose());

    test('it says what is in', async () => {
      const { from, to, alerts, unreadable, state } = await named.loadCoverage();
      expect(state).toEqual({ kind: 'ready' });
      expect({ from, to, alerts }).toEqual({
        from: FIRST_DAY + 2 * HOUR,
        to: FIRST_DAY + 30 * HOUR + 1,
        alerts: alertLines.length,
      });
      expect(unreadable).toBe(maker.countsUnreadable ? UNREADABLE_LINES.length : 0);
    });

    test('it knows the rules of the period, with their newest description', async () => {
      const variants = await named.loadVariants(ALL);
      expect(variants).toEqual(await reference.loadVariants(ALL));
      expect(variants.find(isRule(5716))).toMatchObject({ level: 5, description: 'Newest.' });
      expect(variants.filter(isRule(5716))).toHaveLength(2);
      const secondDay = { from: FIRST_DAY + 24 * HOUR, to: ALL.to };
      expect(await named.loadVariants(secondDay)).toEqual(await reference.loadVariants(secondDay));
    });

    test.each(Object.entries(WHITE_LISTS))('it counts under %s', async (_, whiteList) => {
      for (const step of ['hour', 'day'] as const) {
        const asked = counting({ whiteList, step });
        expect(await named.count(any, asked)).toEqual(await reference.count(any, asked));
      }
    });

    test('it counts what only some rules raised, in a part of the time', async () => {
      const asked = counting({ period: { from: FIRST_DAY + 2 * HOUR + 7_000, to: FIRST_DAY + 26 * HOUR } });
      const counts = await named.count(isRule(5716, 60122), asked);
      expect(counts).toEqual(await reference.count(isRule(5716, 60122), asked));
      expect(counts.alerts).toBe(17);
    });

    test('it names few and counts the rest, and never leaves out our own', async () => {
      const asked = counting({ top: 1, own: ['198.51.100.4', '192.0.2.1'] });
      const counts = await named.count(any, asked);
      expect(counts).toEqual(await reference.count(any, asked));
      expect(counts.sources.own).toMatchObject([{ address: '198.51.100.4', srcip: '10.1.2.3' }]);
      expect(counts.sources.top).toMatchObject([{ address: '203.0.113.8', alerts: 10 }]);
    });

    test('it counts nothing when no rule is meant', async () => {
      expect(await named.count(() => false, counting())).toEqual(await reference.count(() => false, counting()));
    });

    test.each([
      ['address', 60],
      ['user', 600],
      ['address', 0],
    ] as const)('it knows the most blocks at once by %s with a timeout of %d s', async (key, timeoutSeconds) => {
      const asked = { ...query(['10.0.0.0/8']), key, timeoutSeconds };
      expect(await named.loadPeak(any, asked)).toEqual(await reference.loadPeak(any, asked));
      expect(await named.loadPeak(isRule(550), { ...asked, key: 'address' })).toBeNull();
    });

    test('it shows the newest alerts', async () => {
      for (const limit of [3, 100]) {
        expect(await named.loadAlerts(any, { ...query(), limit })).toEqual(
          await reference.loadAlerts(any, { ...query(), limit }),
        );
      }
      const { more } = await named.loadAlerts(isRule(550), { ...query(), limit: 3 });
      expect(more).toBe(false);
    });

    test('it shows what scripts reported', async () => {
      const { reports } = await named.loadReports({ period: ALL, limit: 10 });
      expect(reports).toEqual((await reference.loadReports({ period: ALL, limit: 10 })).reports);
      expect(reports.map(({ kind, script }) => `${kind} ${script}`)).toEqual([
        'delete firewall-drop',
        'add firewall-drop',
      ]);
      expect(await named.loadReports({ period: ALL, limit: 1 })).toMatchObject({ more: true });
    });

    test('it finds an alert by its id', async () => {
      const { alerts } = await named.loadAlerts(isRule(5712), { ...query(), limit: 1 });
      const text = await named.findAlert(alerts[0]?.id ?? '');
      expect(JSON.parse(text ?? 'null')).toMatchObject({ id: alerts[0]?.id, rule: { id: '5712' } });
      expect(await named.findAlert('1784512860.8')).toBeNull();
      expect(await named.findAlert('no id')).toBeNull();
    });

    test('it answers when there is nothing', async () => {
      const empty = await maker.make([]);
      const nothing = nameVariants(empty.history);
      const none = nameVariants(createMemoryHistory(() => ''));
      try {
        expect(await nothing.loadCoverage()).toMatchObject({ from: null, to: null, alerts: 0, unreadable: 0 });
        expect(await nothing.loadVariants(ALL)).toEqual([]);
        expect(await nothing.count(any, counting())).toEqual(await none.count(any, counting()));
        expect(await nothing.loadAlerts(any, { ...query(), limit: 5 })).toEqual({ alerts: [], more: false });
        expect(await nothing.loadReports({ period: ALL, limit: 5 })).toEqual({ reports: [], more: false });
      } finally {
        await empty.dispose();
      }
    });
  });
}

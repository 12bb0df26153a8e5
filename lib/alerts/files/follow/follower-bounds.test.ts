import { expect, test } from 'vitest';
import { AlertFiles, asLines } from '../../fixtures/alert-files.ts';
import { makeAlert } from '../../fixtures/make-alert.ts';
import { ALL, alerts, DAY, FIRST_DAY } from '../fixtures/day-files.ts';
import { openOver } from '../fixtures/open-over.ts';

test('each day has room for new addresses', async () => {
  const files = new AlertFiles();
  const of = (day: number, addresses: readonly string[]) =>
    asLines(
      addresses.map((srcip, offset) => makeAlert({ at: FIRST_DAY + day * DAY + offset, offset, data: { srcip } })),
    );
  files.write(AlertFiles.nameOf(FIRST_DAY), of(0, ['192.0.2.1', '192.0.2.2']));
  const flood = Array.from({ length: 20 }, (_, at) => `203.0.113.${at}`);
  files.write(AlertFiles.nameOf(FIRST_DAY + DAY), of(1, flood));
  const small = { total: 50, day: 5, length: 200 };
  const limits = { variants: small, agents: small, sources: small, users: small, descriptions: small };
  const { engine } = await openOver(files, { limits });
  await engine.pass();
  const variants = (await engine.loadVariants(ALL)).map(({ key }) => key);
  const query = { period: ALL, variants, whiteList: [], step: 'day' as const, own: [], top: 10 };
  expect((await engine.count(query)).sources.distinct).toBe(5 + 2);
  await engine.close();
  files.dispose();
});

test('there are more alerts than shown also where a newer file has just so many', async () => {
  const files = new AlertFiles();
  for (const day of [0, 1]) files.write(AlertFiles.nameOf(FIRST_DAY + day * DAY), alerts(5, day));
  const { engine } = await openOver(files);
  await engine.pass();
  const variants = (await engine.loadVariants(ALL)).map(({ key }) => key);
  for (const [limit, more] of [
    [4, true],
    [5, true],
    [10, false],
  ] as const) {
    const found = await engine.loadAlerts({ period: ALL, variants, whiteList: [], limit });
    expect([found.alerts.length, found.more]).toEqual([limit, more]);
  }
  await engine.close();
  files.dispose();
});

test('addresses beyond the bounds are counted, and it is told', async () => {
  const files = new AlertFiles();
  files.write(AlertFiles.nameOf(FIRST_DAY), alerts(20));
  const small = { total: 50, day: 5, length: 200 };
  const limits = { variants: small, agents: small, sources: small, users: small, descriptions: small };
  const { engine } = await openOver(files, { limits });
  const { notes } = await engine.loadCoverage();
  expect(notes.join()).toContain('different addresses');
  const variants = (await engine.loadVariants(ALL)).map(({ key }) => key);
  const query = { period: ALL, variants, whiteList: ['203.0.113.0/24'], step: 'day' as const, own: [], top: 10 };
  const counts = await engine.count(query);
  expect(counts).toMatchObject({ alerts: 20, listed: 5, sources: { distinct: 5 } });
  expect(counts.note).toContain('the address of 15 alerts');
  expect((await engine.loadPeak({ ...query, timeoutSeconds: 60, key: 'address' }))?.exact).toBe(false);
  await engine.close();
  files.dispose();
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRuleFacts } from './read-rule-facts.ts';
import { writeAlerts } from './write-alerts.ts';

const rulesFolder = new URL('./files/ruleset/rules/', import.meta.url);
const file = '0095-sshd_rules.xml';
const rules = () =>
  [file, '0245-web_rules.xml', '0015-ossec_rules.xml'].flatMap((name) =>
    readRuleFacts(readFileSync(new URL(name, rulesFolder), 'utf8')),
  );
const now = Date.UTC(2026, 6, 24, 12);
const hour = 3_600_000;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-alerts-'));
  for (const folder of ['etc', 'logs/alerts']) mkdirSync(join(directory, folder), { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(directory, path), 'utf8');
const alerts = () =>
  read('logs/alerts/alerts.json')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const write = (at: number) => writeAlerts(directory, rules, at);

test('a history that ended less than a day ago stays as it is', () => {
  write(now);
  const before = read('logs/alerts/alerts.json');
  write(now + 23 * hour);
  expect(read('logs/alerts/alerts.json')).toBe(before);
});

test('an older one goes on behind what is there: no line changes, none comes twice', () => {
  write(now);
  const [before, log] = [read('logs/alerts/alerts.json'), read('logs/active-responses.log')];
  write(now + 60 * hour);
  expect(read('logs/alerts/alerts.json').startsWith(before)).toBe(true);
  expect(read('logs/active-responses.log').startsWith(log)).toBe(true);
  const times = alerts().map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted());
  expect(times.length).toBeGreaterThan(before.split('\n').length + 20);
  expect(new Set(alerts().map(({ id }) => id)).size).toBe(times.length);
});

test('what was in force at the end is undone in time', () => {
  write(now);
  const drops = (command: string) =>
    alerts().flatMap(({ data }) =>
      data?.command === command && data.parameters.program.endsWith('firewall-drop') && data.parameters.alert.id
        ? [data.parameters.alert.id]
        : [],
    );
  const open = drops('add').filter((id) => !drops('delete').includes(id));
  expect(open.length).toBeGreaterThan(0);
  write(now + 60 * hour);
  expect(open.filter((id) => !drops('delete').includes(id))).toEqual([]);
});

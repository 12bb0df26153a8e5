import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseConfig } from '../ossec/index.ts';
import { typeStrippingFlags } from './control-wrapper.ts';
import { defaultConfig } from './default-config.ts';
import { renderEarlierResponses } from './earlier-log.ts';
import { readRuleFacts } from './read-rule-facts.ts';
import { renderClientKeys } from './sandbox-agents.ts';
import { makeAlerts } from './sandbox-alerts.ts';

const folder = fileURLToPath(new URL('./files/ruleset/rules/', import.meta.url));
const rules = readdirSync(folder).flatMap((name) => readRuleFacts(readFileSync(`${folder}${name}`, 'utf8')));
const now = Date.UTC(2026, 6, 24, 12);
const alerts = makeAlerts(rules, now)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

test('the default configuration is accepted, arms both queues and can be edited', () => {
  const { model, verdict } = parseConfig(Buffer.from(defaultConfig));
  expect(verdict).toMatchObject({
    accepted: true,
    errors: [],
    warnings: [],
    infos: [],
    queues: { local: true, remote: true },
  });
  expect(model.problem).toBeNull();
  expect(model.commands).toHaveLength(9);
  expect(model.responses).toHaveLength(8);
  expect(model.whiteList).toHaveLength(3);
});

test('rules have unique ids, words and groups', () => {
  expect(rules.length).toBeGreaterThan(120);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.description, rule.id).not.toBe('');
    expect(rule.groups.length, rule.id).toBeGreaterThan(0);
  }
  expect(rules.find(({ id }) => id === '5763')).toMatchObject({ level: 10, frequency: 8, mitre: ['T1110'] });
});

test('alerts are about 600, in order, of the last two weeks, and repeatable', () => {
  expect(alerts.length).toBeGreaterThan(500);
  expect(alerts.length).toBeLessThan(700);
  const times = alerts.map(({ timestamp }) => Date.parse(timestamp.replace('+0000', 'Z')));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(now - 14 * 24 * 3600 * 1000 - 60_000);
  expect(times.at(-1)).toBeGreaterThan(now - 4 * 3600 * 1000);
  expect(times.at(-1)).toBeLessThanOrEqual(now);
  expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
  expect(makeAlerts(rules, now)).toBe(makeAlerts(rules, now));
});

const ageOf = ({ timestamp }: { timestamp: string }) => now - Date.parse(timestamp.replace('+0000', 'Z'));
const hour = 3600 * 1000;

test('an address is blocked until tomorrow on all agents but the one that never reports', () => {
  const drops = alerts.filter(
    (alert) => ageOf(alert) < hour && alert.data?.parameters?.program === 'active-response/bin/firewall-drop',
  );
  expect(drops.map(({ agent, data }) => [agent.id, data.command]).sort()).toEqual(
    ['001', '002', '004', '005', '010', '011'].map((id) => [id, 'add']),
  );
});

test('every report of a response names the alert that caused it, but for the one run by hand', () => {
  const ids = new Set(alerts.map(({ id }) => id));
  const reports = alerts.filter(({ rule }) => rule.groups.includes('active_response'));
  expect(new Set(reports.map(({ rule }) => rule.id))).toEqual(
    new Set(['651', '652', '653', '654', '655', '656', '657']),
  );
  const byHand = reports.filter(({ data }) => data.parameters.alert.id === undefined);
  expect(byHand.map(({ agent, data }) => [agent.name, data.parameters.alert.data.srcip])).toEqual([
    ['mail-01', '203.0.113.99'],
  ]);
  for (const { data } of reports) {
    expect(['add', 'delete']).toContain(data.command);
    if (data.parameters.alert.id === undefined) continue;
    expect(ids).toContain(data.parameters.alert.id);
    expect(data.parameters.alert.rule.level).toMatch(/^\d+$/);
  }
});

const reportsOf = (id: string) => alerts.filter(({ data }) => data?.parameters?.alert?.id === id);

test('in the last day a brute force ran nothing, though a response is tied to it', () => {
  const silent = alerts.filter(
    (alert) => alert.rule.id === '5763' && ageOf(alert) < 24 * hour && reportsOf(alert.id).length === 0,
  );
  expect(silent.map(({ agent }) => agent.name)).toEqual(['bastion']);
});

test('our own addresses are among the attackers: one on the white list, one not', () => {
  const own = alerts.filter(({ rule, data }) => rule.level >= 7 && /^10\./.test(data?.srcip));
  expect(own.map(({ data, id }) => [data.srcip, reportsOf(id).length])).toEqual([
    ['10.20.9.24', 0],
    ['10.20.3.6', 2],
  ]);
});

test('on the manager host-deny gave up on an alert without an address, and its log says so', () => {
  const log = renderEarlierResponses(alerts.map((alert) => JSON.stringify(alert)).join('\n'));
  expect(log).toMatch(
    /bin\/host-deny: Starting\n.*bin\/host-deny: \{.*"command":"add".*\n\n.*: Cannot read 'srcip' from data/,
  );
  expect(log).toMatch(/bin\/slack-notify.py: Ended\n/);
});

test('an alert has the form Wazuh gives it', () => {
  const { rule, ...alert } = alerts.find((found) => found.rule.id === '5763');
  expect(rule).toMatchObject({ level: 10, id: '5763', groups: ['syslog', 'sshd', 'authentication_failures'] });
  expect(rule.gdpr).toContain('IV_35.7.d');
  expect(alert.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
  expect(alert.data.srcip).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});

test('keys differ from sandbox to sandbox, agents do not', () => {
  const names = (text: string) => text.replace(/[0-9a-f]{64}/g, 'KEY');
  expect(names(renderClientKeys('a'))).toBe(names(renderClientKeys('b')));
  expect(renderClientKeys('a')).not.toBe(renderClientKeys('b'));
});

test.each([
  ['22.6.0', true],
  ['22.17.1', true],
  ['22.18.0', false],
  ['23.5.0', true],
  ['23.6.0', false],
  ['24.21.0', false],
])('Node %s needs the type stripping flag: %s', (version, needed) => {
  expect(typeStrippingFlags(version).includes('--experimental-strip-types')).toBe(needed);
});

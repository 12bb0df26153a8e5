import { expect, it } from 'vitest';
import type { ManagerInspection } from '../manager/manager.ts';
import { type PreflightFacts, preflight } from './preflight.ts';

const MB = 1024 * 1024;
const well: ManagerInspection = {
  freeBytes: 4 * 1024 * MB,
  write: { how: 'replace' },
  mayRestart: true,
  restartHint: null,
  lock: null,
  managedBy: [],
};
const facts: PreflightFacts = {
  inspection: well,
  stateFreeBytes: 900 * MB,
  fileBytes: 10_000,
  missing: [],
  running: null,
};
const checks = (inspection: Partial<ManagerInspection> = {}, more: Partial<PreflightFacts> = {}) =>
  preflight({ ...facts, inspection: { ...well, ...inspection }, ...more });
const problems = (...given: Parameters<typeof checks>) => checks(...given).filter(({ state }) => state !== 'ok');

it('a manager that is well has nothing to say but that it is', () => {
  expect(problems()).toEqual([]);
  expect(checks().map(({ key }) => key)).toEqual(['write', 'restart', 'manager', 'space', 'state-space']);
});

it('what cannot be known stops nobody', () => {
  expect(problems({ freeBytes: null, mayRestart: null }, { stateFreeBytes: null })).toEqual([]);
});

it.each<[string, Partial<ManagerInspection>, Partial<PreflightFacts>, object]>([
  ['a full disk', { freeBytes: MB }, {}, { key: 'space', state: 'stop', hint: expect.stringContaining('1.0 MB') }],
  [
    'little space',
    { freeBytes: 49 * MB },
    {},
    { key: 'space', state: 'warn', message: expect.stringMatching(/^49 MB/) },
  ],
  ['a full state disk', {}, { stateFreeBytes: 0 }, { key: 'state-space', state: 'stop' }],
  ['no space for a large file', { freeBytes: 20 * MB }, { fileBytes: 5 * MB }, { key: 'space', state: 'stop' }],
  ['a write in place', { write: { how: 'in-place', why: 'Its owner.' } }, {}, { key: 'write', state: 'warn' }],
  ['no right to write', { write: { how: 'denied', why: 'Not yours.' } }, {}, { state: 'stop', hint: 'Not yours.' }],
  [
    'no right to restart',
    { mayRestart: false, restartHint: 'Install the rule.' },
    {},
    { key: 'restart', state: 'stop', onRestart: true, hint: expect.stringContaining('Install the rule. Or untick') },
  ],
  ['a restart of others', { lock: { pid: 7, since: 1 } }, {}, { state: 'warn', hint: 'Riposte waits for it.' }],
  ['a manager that is down', {}, { missing: ['wazuh-analysisd'] }, { key: 'manager', state: 'warn' }],
  ['another apply', {}, { running: 4 }, { state: 'stop', link: { href: '/apply/4', label: 'Show it' } }],
])('%s is told', (_, inspection, more, expected) => {
  expect(problems(inspection, more)).toMatchObject([expected]);
});

it.each([
  ['Ansible', 'Line 1: “Ansible managed”', 'Ansible writes ossec.conf, too.'],
  ['the Wazuh container image', 'It is copied at each start.', 'The Wazuh container image writes ossec.conf, too.'],
  ['a mount', 'It is mounted on its own.', 'ossec.conf comes from outside this system.'],
])('%s is told with what gave it away, and the patch is offered', (tool, evidence, message) => {
  const [found] = problems({ managedBy: [{ tool, evidence }] });
  expect(found).toMatchObject({ state: 'warn', message, link: { href: '/review/patch' } });
  expect(found?.hint).toContain(evidence);
});

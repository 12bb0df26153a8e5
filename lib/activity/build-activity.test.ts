import { expect, test } from 'vitest';
import { type ActivityFacts, buildActivity } from './build-activity.ts';
import type { Execution } from './execution.ts';
import { MINUTE, makeAgent, makeAlert, makeReport, makeResponse, NOW } from './fixtures/made.ts';
import { readResponseLog } from './read-response-log.ts';

const build = (facts: Partial<ActivityFacts>): Execution[] =>
  buildActivity({
    ...{ reports: [], logged: [], alerts: [], whiteList: [], scripts: null, managerName: 'manager', now: NOW },
    ...{ responses: [makeResponse()], agents: [makeAgent()], until: NOW },
    isBound: (response, ruleId) => response.rulesId === null || response.rulesId === String(ruleId),
    firesOn: () => true,
    ...facts,
  }).executions;

type Case = { name: string; facts: Partial<ActivityFacts>; expected: Partial<Execution>[] };
const undo = { kind: 'delete', ruleId: 652 } as const;

test.each<Case>([
  {
    name: 'an add and the delete of the same alert are one run',
    facts: { reports: [makeReport({ ago: 30 }), makeReport({ ago: 20, ...undo })] },
    expected: [{ outcome: 'undone', startedAt: NOW - 30 * MINUTE, endedAt: NOW - 20 * MINUTE, response: 'r0' }],
  },
  {
    name: 'a delete finds its add by the alert, though another block is younger',
    facts: {
      reports: [
        makeReport({ ago: 9 }),
        makeReport({ ago: 8, cause: { id: '100.2', address: '192.0.2.2' } }),
        makeReport({ ago: 1, ...undo }),
      ],
    },
    expected: [
      { outcome: 'running', target: '192.0.2.2', dueAt: NOW + 2 * MINUTE },
      { outcome: 'undone', target: '192.0.2.1' },
    ],
  },
  {
    name: 'the same alert on two agents is two runs',
    facts: { reports: [makeReport({ ago: 5 }), makeReport({ ago: 5, agentId: '002', agentName: 'web-02' })] },
    expected: [{ outcome: 'running' }, { outcome: 'running' }],
  },
  {
    name: 'a later add renews the block, and its delete ends it',
    facts: {
      reports: [
        makeReport({ ago: 15 }),
        makeReport({ ago: 12, cause: { id: '100.2' } }),
        makeReport({ ago: 2, ...undo }),
      ],
    },
    expected: [{ outcome: 'undone', startedAt: NOW - 15 * MINUTE, renewals: 1 }],
  },
  {
    name: 'a renewed block is in force from its last add',
    facts: { reports: [makeReport({ ago: 9 }), makeReport({ ago: 4, cause: { id: '100.2' } })] },
    expected: [{ outcome: 'running', dueAt: NOW + 6 * MINUTE, renewals: 1 }],
  },
  {
    name: 'an add long after the time of the first is a block of its own',
    facts: { reports: [makeReport({ ago: 60 }), makeReport({ ago: 5, cause: { id: '100.2' } })] },
    expected: [{ outcome: 'running' }, { outcome: 'overdue', dueAt: NOW - 50 * MINUTE }],
  },
  {
    name: 'a delete without an add began before what is known',
    facts: { reports: [makeReport({ ago: 20, ...undo })] },
    expected: [{ outcome: 'undone', startedAt: null, endedAt: NOW - 20 * MINUTE }],
  },
  {
    name: 'without a timeout a block is permanent',
    facts: { reports: [makeReport({ ago: 6000 })], responses: [makeResponse({ timeoutSeconds: 0 })] },
    expected: [{ outcome: 'permanent', dueAt: null }],
  },
  {
    name: 'the rule of the alert tells which of two responses ran it',
    facts: {
      reports: [makeReport({ ago: 30 })],
      responses: [
        makeResponse({ rulesId: '1', timeoutSeconds: 60 }),
        makeResponse({ rulesId: '5763', timeoutSeconds: 7200, block: 1 }),
      ],
    },
    expected: [{ outcome: 'running', dueAt: NOW + 90 * MINUTE, response: 'r1' }],
  },
  {
    name: 'of two possible timeouts the end is not known while the longer one lasts',
    facts: {
      reports: [makeReport({ ago: 30 })],
      responses: [makeResponse(), makeResponse({ timeoutSeconds: 7200, block: 1 })],
    },
    expected: [{ outcome: 'running', dueAt: null, response: null }],
  },
  {
    name: 'a block by hand that outlives every timeout is permanent',
    facts: { reports: [makeReport({ ago: 60, cause: { id: null, ruleId: null } })] },
    expected: [{ outcome: 'permanent' }],
  },
  {
    name: 'a script that has nothing to undo is done, each time',
    facts: {
      reports: [
        makeReport({ ago: 9, script: 'wazuh-slack', ruleId: 657 }),
        makeReport({ ago: 8, script: 'wazuh-slack', ruleId: 657, cause: { id: '100.2' } }),
      ],
    },
    expected: [{ outcome: 'done' }, { outcome: 'done' }],
  },
  {
    name: 'a block on an alert without an address failed',
    facts: { reports: [makeReport({ ago: 5, cause: { address: null } })] },
    expected: [{ outcome: 'failed', why: 'The alert has no srcip, and firewall-drop does nothing without one.' }],
  },
  {
    name: 'a firewall that is off makes the run before it fail',
    facts: {
      reports: [
        makeReport({ ago: 5, script: 'netsh.exe', ruleId: 657 }),
        makeReport({ ago: 4.9, script: 'netsh.exe', kind: 'firewall-off', ruleId: 658, cause: { id: null } }),
      ],
    },
    expected: [{ outcome: 'failed', script: 'netsh.exe' }],
  },
  {
    name: 'a report in the text form of Wazuh 3 is paired by address',
    facts: {
      reports: [
        makeReport({ ago: 30, ruleId: 601, cause: { id: null, ruleId: null } }),
        makeReport({ ago: 20, ruleId: 602, kind: 'delete', cause: { id: null, ruleId: null } }),
      ],
    },
    expected: [{ outcome: 'undone', startedAt: NOW - 30 * MINUTE }],
  },
  {
    name: 'an alert that no report names is expected and unseen',
    facts: { alerts: [makeAlert({ ago: 30 })] },
    expected: [{ outcome: 'unseen', target: '192.0.2.1', why: expect.stringContaining('reported nothing') }],
  },
  {
    name: 'one that a report names is not, nor is one on the white list or with odd characters',
    facts: {
      alerts: [
        makeAlert({ ago: 30 }),
        makeAlert({ ago: 20, id: '100.2', srcip: '10.0.0.9' }),
        makeAlert({ ago: 20, id: '100.3', srcip: '192.0.2.1;reboot' }),
      ],
      whiteList: ['10.0.0.0/24'],
      reports: [makeReport({ ago: 29.9 }), makeReport({ ago: 20, ...undo })],
    },
    expected: [{ outcome: 'undone' }],
  },
  {
    name: 'an alert that renewed a block is not missed, one too young neither',
    facts: {
      alerts: [makeAlert({ ago: 8, id: '100.2' }), makeAlert({ ago: 0.5, id: '100.3' })],
      reports: [makeReport({ ago: 9 }), makeReport({ ago: 8, cause: { id: '100.2' } })],
      until: NOW - 2 * MINUTE,
    },
    expected: [{ outcome: 'running' }],
  },
  {
    name: 'an agent whose system can not run the script is not expected to, nor one that is gone',
    facts: {
      alerts: [makeAlert({ ago: 30, agentId: '007' }), makeAlert({ ago: 30, id: '100.2', agentId: '099' })],
      agents: [makeAgent({ id: '007', system: 'windows' })],
    },
    expected: [],
  },
  {
    name: 'every agent means those that are connected',
    facts: {
      alerts: [makeAlert({ ago: 30 })],
      responses: [makeResponse({ place: 'all' })],
      agents: [makeAgent(), makeAgent({ id: '002' }), makeAgent({ id: '003', connection: 'disconnected' })],
      reports: [makeReport({ ago: 29.9 }), makeReport({ ago: 20, ...undo })],
    },
    expected: [
      { outcome: 'undone', agentId: '001' },
      { outcome: 'unseen', agentId: '002' },
    ],
  },
  {
    name: 'a script of the manager that is not executable says so',
    facts: {
      alerts: [makeAlert({ ago: 30, agentId: '000' })],
      responses: [makeResponse({ executable: 'yara.sh' })],
      scripts: [
        { name: 'yara.sh', mode: 0o644, owner: 'root:wazuh', size: 1, executable: false, worldWritable: false },
      ],
    },
    expected: [{ outcome: 'unseen', agentName: 'manager', why: 'yara.sh is not executable on the manager.' }],
  },
])('$name', ({ facts, expected }) => {
  const found = build(facts);
  expect(found).toHaveLength(expected.length);
  expect(found).toMatchObject(expected);
});

const log = (lines: string) => readResponseLog(lines.trim().split('\n'));
const json = (id: string, data: object) =>
  JSON.stringify({
    version: 1,
    command: 'add',
    parameters: { extra_args: [], alert: { id, rule: { id: '550' }, data }, program: 'active-response/bin/host-deny' },
  });
const prefix = '2026/07/24 10:05:02 active-response/bin/host-deny:';

test("the manager's own log tells what failed, in the script's words", () => {
  const logged = log(`
${prefix} Starting
${prefix} ${json('100.1', {})}

${prefix} Cannot read 'srcip' from data or invalid IP format
${prefix} Starting
${prefix} ${json('100.2', { srcip: '192.0.2.2' })}

${prefix} {"version":1,"command":"check_keys","parameters":{"keys":["192.0.2.2"]}}
${prefix} {"version":1,"command":"abort","parameters":{}}

${prefix} Aborted
garbage`);
  expect(logged.map(({ kind, error, cause }) => [kind, error, cause.id])).toEqual([
    ['add', "Cannot read 'srcip' from data or invalid IP format", '100.1'],
    ['add', null, '100.2'],
  ]);
  const report = { script: 'host-deny', agentId: '000', ruleId: 653 };
  // The alert of the same run says the same once more.
  const reports = [makeReport({ ago: 1, ...report, cause: { id: '100.1', address: null } })];
  const found = build({ logged, reports, responses: [makeResponse({ executable: 'host-deny' })] });
  expect(found.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
    { agentName: 'manager', said: "Cannot read 'srcip' from data or invalid IP format" },
  ]);
  expect(found).toHaveLength(2);
});

test('pairing ten thousand reports takes no time to speak of and loses none', () => {
  const reports = Array.from({ length: 10_000 }, (_, at) =>
    makeReport({ ago: 10_000 - at, id: `report ${at}`, cause: { id: `1.${at}`, address: `192.0.2.${at % 250}` } }),
  );
  expect(build({ reports })).toHaveLength(10_000);
});

test('a response on thousands of agents costs bounded work, and what is left out is said', () => {
  const agents = Array.from({ length: 3000 }, (_, at) => makeAgent({ id: String(at + 1).padStart(3, '0') }));
  const alerts = Array.from({ length: 5000 }, (_, at) => makeAlert({ ago: 10 + at, id: `1.${at}` }));
  const facts = {
    ...{ reports: [], logged: [], whiteList: [], scripts: null, managerName: 'manager', now: NOW, until: NOW },
    ...{ agents, alerts, responses: [makeResponse({ place: 'all' })], isBound: () => true, firesOn: () => true },
  };
  const { executions, isCut } = buildActivity(facts);
  expect(isCut).toBe(true);
  expect(executions.length).toBeLessThan(6000);
  expect(executions[0]?.startedAt).toBe(NOW - 10 * MINUTE);
});

import { expect, test } from 'vitest';
import type { ActivityFacts } from './build-activity.ts';
import type { Execution } from './execution.ts';
import { build } from './fixtures/build.ts';
import { MINUTE, makeAgent, makeAlert, makeReport, makeResponse, NOW } from './fixtures/made.ts';

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
    name: 'what was lifted by hand is not undone twice',
    facts: {
      reports: [
        makeReport({ ago: 30 }),
        makeReport({ ago: 25, ...undo, cause: { id: null } }),
        makeReport({ ago: 20, ...undo }),
      ],
    },
    expected: [{ outcome: 'undone', startedAt: NOW - 30 * MINUTE, endedAt: NOW - 25 * MINUTE }],
  },
  {
    name: 'a late delete of one block leaves a younger one of the same address open',
    facts: {
      reports: [
        makeReport({ ago: 60 }),
        makeReport({ ago: 9, cause: { id: '100.2' } }),
        makeReport({ ago: 8, ...undo }),
        makeReport({ ago: 5, cause: { id: '100.3' } }),
      ],
    },
    expected: [{ outcome: 'running', startedAt: NOW - 9 * MINUTE, renewals: 1 }, { outcome: 'undone' }],
  },
  {
    name: 'a block that another response renewed has the time of that one',
    facts: {
      reports: [makeReport({ ago: 15 }), makeReport({ ago: 12, cause: { id: '100.2', ruleId: 1 } })],
      responses: [makeResponse({ rulesId: '5763' }), makeResponse({ rulesId: '1', timeoutSeconds: 3600, block: 1 })],
    },
    expected: [{ outcome: 'running', dueAt: NOW + 48 * MINUTE, renewals: 1, response: 'r0' }],
  },
  {
    name: 'a permanent block does not renew a timed one that was over',
    facts: {
      reports: [makeReport({ ago: 600 }), makeReport({ ago: 5, cause: { id: '100.2', ruleId: 1 } })],
      responses: [makeResponse({ rulesId: '5763' }), makeResponse({ rulesId: '1', timeoutSeconds: 0, block: 1 })],
    },
    expected: [
      { outcome: 'permanent', response: 'r1' },
      { outcome: 'overdue', response: 'r0' },
    ],
  },
  {
    name: 'of a response without a timeout and one with, what outlives the longer is permanent',
    facts: {
      reports: [makeReport({ ago: 60 })],
      responses: [makeResponse(), makeResponse({ timeoutSeconds: 0, block: 1 })],
    },
    expected: [{ outcome: 'permanent', why: expect.stringContaining('may have run it') }],
  },
  {
    name: 'a report without an alert stands for alerts shortly before it only',
    facts: {
      alerts: [makeAlert({ ago: 40 }), makeAlert({ ago: 31, id: '100.2' })],
      reports: [
        makeReport({ ago: 30, ruleId: 601, cause: { id: null, ruleId: null } }),
        makeReport({ ago: 20, ruleId: 602, kind: 'delete', cause: { id: null, ruleId: null } }),
      ],
    },
    expected: [{ outcome: 'undone' }, { outcome: 'unseen', startedAt: NOW - 40 * MINUTE }],
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

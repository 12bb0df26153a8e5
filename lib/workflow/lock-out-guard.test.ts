import { expect, it } from 'vitest';
import { agent, command, facts, response } from '../ossec/findings/support/sample-facts.ts';
import type { OwnAddress } from '../view/own-address.ts';
import { findLockOut } from './lock-out-guard.ts';

const own = (what: OwnAddress['what'], address: string): OwnAddress => ({ what, address, name: null });
const ours = [
  own('you', '192.0.2.7'),
  own('manager', '10.0.0.5'),
  own('gateway', '10.0.0.1'),
  own('agent', '10.0.0.9'),
];
const listing = (...entries: string[]) => ({ whiteList: entries.map((address) => ({ address, line: 1 })) });
const none = new Map();

it('names what no entry covers, and by which responses it can be blocked', () => {
  const after = facts({
    ...listing('10.0.0.1'),
    agents: [agent('031')],
    responses: [
      response({ location: 'all' }),
      response({ location: 'all', timeout: '60' }),
      response({ location: 'defined-agent', agentId: '031' }),
      response({ location: 'server', off: true }),
    ],
  });
  expect(findLockOut({ own: ours, dismissed: none, before: after, after })).toEqual({
    open: [
      { ...own('you', '192.0.2.7'), isNew: false },
      { ...own('manager', '10.0.0.5'), isNew: false },
    ],
    by: ['firewall-drop on every connected agent', 'firewall-drop on agent 031 (web031)'],
  });
});

it('says what the draft brings about: an entry that goes, a first response that blocks', () => {
  const [covered, open] = [facts(listing('10.0.0.0/24', '192.0.2.7')), facts(listing('192.0.2.7'))];
  const isNew = (before: typeof open, after: typeof open) =>
    findLockOut({ own: ours, dismissed: none, before, after })?.open.map((one) => [one.address, one.isNew]);
  expect(isNew(covered, open)).toEqual([
    ['10.0.0.5', true],
    ['10.0.0.1', true],
  ]);
  expect(isNew({ ...open, responses: [] }, open)).toEqual([
    ['10.0.0.5', true],
    ['10.0.0.1', true],
  ]);
  expect(isNew(open, covered)).toBeUndefined();
});

it.each([
  ['everything is covered', facts(listing('10.0.0.0/8', '192.0.2.0/24'))],
  ['no response is on', facts({ ...listing(), responses: [response({ off: true })] })],
  ['no response blocks', facts({ ...listing(), commands: [command({ executable: 'mine.sh' })] })],
])('is quiet when %s', (_, after) => {
  expect(findLockOut({ own: ours, dismissed: none, before: after, after })).toBeNull();
});

it('leaves out what somebody said may stay open', () => {
  const after = facts(listing('10.0.0.0/24'));
  const dismissed = new Map([['192.0.2.7', { address: '192.0.2.7', reason: 'r', person: 'p', dismissedAt: 1 }]]);
  expect(findLockOut({ own: ours, dismissed, before: after, after })).toBeNull();
});

import { expect, test } from 'vitest';
import type { Agent } from '../manager/manager.ts';
import { type FleetQuestion, fleetOfResponse } from './fleet-of-response.ts';
import { fleetSentence, fleetText, scriptNote } from './fleet-words.ts';

const agent = (id: number, other: Partial<Agent> = {}): Agent => ({
  id: String(id).padStart(3, '0'),
  name: `host-${id}`,
  address: '192.0.2.1',
  system: 'linux',
  systemName: null,
  version: '4.14.7',
  connection: 'active',
  ...other,
});
const AGENTS = [
  agent(1),
  agent(2),
  agent(3, { system: 'macos' }),
  agent(4, { system: 'windows' }),
  agent(5, { connection: 'disconnected' }),
];
const ask = (other: Partial<FleetQuestion> = {}, location = 'all', agentId: string | null = null): FleetQuestion => ({
  response: { location, agentId },
  executable: 'firewall-drop',
  agents: AGENTS,
  manager: {
    name: 'manager-1',
    version: '4.14.7',
    scripts: [{ name: 'firewall-drop', executable: true, worldWritable: false }],
    execdOff: false,
  },
  ...other,
});
const say = (question: FleetQuestion, note: string | null = null) =>
  fleetSentence(fleetOfResponse(question), question.executable, note);

test.each<[string, Partial<Agent>, string, string | null]>([
  ['connected and of the right system', {}, 'runs', null],
  ['of another system', { system: 'windows' }, 'cannot', 'wrong-system'],
  ['of another system and disconnected', { system: 'windows', connection: 'disconnected' }, 'cannot', 'wrong-system'],
  ['4.1', { version: '4.1.5' }, 'cannot', 'too-old'],
  ['3.13 and disconnected', { version: '3.13.2', connection: 'disconnected' }, 'cannot', 'too-old'],
  ['4.2', { version: '4.2.0' }, 'runs', null],
  ['4.10', { version: '4.10.0' }, 'runs', null],
  ['disconnected', { connection: 'disconnected' }, 'cannot', 'disconnected'],
  ['never connected', { connection: 'never_connected', version: null, system: 'unknown' }, 'cannot', 'never-connected'],
  ['still connecting', { connection: 'pending' }, 'cannot', 'pending'],
  ['without a version', { version: null }, 'cannot', 'no-version'],
  ['of an unknown system', { system: 'unknown' }, 'unknown', 'system-unknown'],
  ['in an unknown state', { connection: 'unknown', version: null }, 'unknown', 'connection-unknown'],
])('an agent that is %s', (_, other, state, reason) => {
  const { members } = fleetOfResponse(ask({ agents: [agent(1, other)] }));
  expect(members).toMatchObject([{ id: '001', state, reason }]);
});

test.each<[string, Partial<FleetQuestion['manager']>, string, string, string | null]>([
  ['has the script', {}, 'firewall-drop', 'runs', null],
  ['is asked for a Windows program', {}, 'netsh.exe', 'cannot', 'wrong-system'],
  ['lacks the script', { scripts: [] }, 'firewall-drop', 'cannot', 'script-missing'],
  [
    'may not start it',
    { scripts: [{ name: 'a.sh', executable: false, worldWritable: false }] },
    'a.sh',
    'cannot',
    'script-not-executable',
  ],
  ['has responses off', { execdOff: true }, 'firewall-drop', 'cannot', 'execd-off'],
  ['cannot be looked at', { scripts: null }, 'firewall-drop', 'unknown', 'scripts-unknown'],
])('a manager that %s', (_, other, executable, state, reason) => {
  const { manager } = ask();
  const { members } = fleetOfResponse(ask({ executable, manager: { ...manager, ...other } }, 'server'));
  expect(members).toMatchObject([{ id: '000', name: 'manager-1', state, reason }]);
});

test('each place has its own hosts', () => {
  const ids = (location: string, agentId: string | null = null) =>
    fleetOfResponse(ask({}, location, agentId)).members.map(({ id }) => id);
  expect(ids('server')).toEqual(['000']);
  expect(ids('all')).toEqual(['001', '002', '003', '004', '005']);
  expect(ids('local')).toEqual(['000', '001', '002', '003', '004', '005']);
  expect(ids('defined-agent', '3')).toEqual(['003']);
  expect(ids('defined-agent', '31')).toEqual([]);
  expect(ids('nowhere')).toEqual([]);
  expect(ids('all,server')).toEqual(['000']);
  expect(ids('defined-agent,all', '3')).toEqual(['001', '002', '003', '004', '005']);
  // The manager finds "as" in it.
  expect(ids('master')).toEqual(['000']);
});

test('the sentence says how many, by system, and how many not', () => {
  expect(say(ask())).toBe('Runs on 3 of 5 agents now: 2 Linux, 1 macOS; 2 cannot.');
  expect(say(ask({}, 'local'))).toBe(
    'Runs on 3 of 5 agents now, each for its own alerts: 2 Linux, 1 macOS; 2 cannot. The manager runs it for its own alerts.',
  );
  expect(say(ask({ agents: [agent(1, { system: 'unknown' }), agent(2)] }))).toBe(
    'Runs on 1 of 2 agents now: 1 Linux; 1 is not known.',
  );
  expect(say(ask({ executable: 'netsh.exe', agents: [agent(1)] }))).toBe('Runs on 0 of 1 agent now; 1 cannot.');
  expect(say(ask({ agents: Array.from({ length: 4200 }, (_, id) => agent(id + 1)) }))).toBe(
    'Runs on 4,200 of 4,200 agents now: 4,200 Linux.',
  );
});

test('the sentence names a host that is alone', () => {
  expect(say(ask({}, 'server'))).toBe('Runs on the manager now.');
  expect(say(ask({ executable: 'netsh.exe' }, 'server'))).toBe(
    'Cannot run on the manager now. netsh.exe is not for Linux.',
  );
  expect(say(ask({}, 'defined-agent', '001'))).toBe('Runs on agent 001, host-1, now.');
  expect(say(ask({}, 'defined-agent', '005'))).toBe('Cannot run on agent 005, host-5, now. Disconnected.');
  expect(say(ask({}, 'defined-agent', '31'))).toBe('Runs nowhere: agent 031 is not registered at this manager.');
  expect(say(ask({}, 'nowhere'))).toBe('Runs nowhere: the response names no place.');
});

test("a script of one's own is only known to be sent", () => {
  const own = { executable: 'block.py', agents: [agent(1), agent(4, { system: 'windows' })] };
  expect(say(ask(own))).toBe('Is sent to 1 of 2 agents now: 1 Linux; 1 cannot.');
  expect(say(ask(own, 'local'))).toBe(
    'Is sent to 1 of 2 agents now, each for its own alerts: 1 Linux; 1 cannot. The manager cannot run it for its own alerts: the script is not there.',
  );
  expect(say(ask(own, 'defined-agent', '001'))).toBe('Is sent to agent 001, host-1, now.');
  const { manager } = ask();
  const scripts = [{ name: 'block.py', executable: true, worldWritable: false }];
  expect(say(ask({ ...own, manager: { ...manager, scripts } }, 'server'))).toBe('Runs on the manager now.');
  const fleet = fleetOfResponse(ask({ ...own, manager: { ...manager, scripts } }, 'local'));
  expect(fleetText(fleet, fleet.members.slice(0, 2), 'block.py')).toBe(
    '000\tmanager-1\tWould run\n001\thost-1\tIs sent there',
  );
});

test('what is not known is not counted as none', () => {
  const note = 'Agents are unknown.';
  expect(say(ask({ agents: [] }), note)).toBe(note);
  expect(say(ask({ agents: [] }, 'defined-agent', '001'), note)).toBe(note);
  expect(say(ask({ agents: [] }))).toBe('Runs nowhere: this manager has no agents.');
  expect(say(ask({ agents: [] }, 'local'))).toBe('This manager has no agents. The manager runs it for its own alerts.');
});

test('the list to copy has one host a line', () => {
  const fleet = fleetOfResponse(ask({ agents: [agent(1), agent(4, { system: 'windows' })] }));
  expect(fleetText(fleet, fleet.members, 'firewall-drop')).toBe(
    '001\thost-1\tWould run\n004\thost-4\tCannot: firewall-drop is not for Windows',
  );
});

test("a script of one's own, one that comes along and one of Wazuh 3 are told apart", () => {
  expect(scriptNote('firewall-drop')).toEqual({
    title: 'firewall-drop comes with Wazuh',
    text: 'It has an effect on Linux, macOS and Unix.',
    own: false,
  });
  expect(scriptNote('block.py')).toMatchObject({ own: true, title: 'block.py is a script of your own' });
  expect(scriptNote('host-deny.sh').text).toContain('host-deny instead');
});

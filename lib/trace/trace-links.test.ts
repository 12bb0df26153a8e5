import { expect, test } from 'vitest';
import { makeAgent, NOW } from '../activity/fixtures/made.ts';
import { add, alert, facts, inFirst, linkOf, runsOf, trace } from './fixtures/made-trace.ts';
import { verdictOf } from './link-words.ts';
import type { TraceFacts } from './trace-facts.ts';
import { traceResponse } from './trace-response.ts';

test.each<[string, string, Partial<TraceFacts>, ((text: string) => string)?]>([
  ['reported', 'a report may be missing', { silence: 'Not all alerts are in.' }],
  ['reported', 'the response is newer than the alert', { isNewer: () => true }],
  ['agent', 'the version is not known', { agents: [makeAgent({ version: null })] }],
  [
    'target',
    'connections are not known',
    { agents: [makeAgent({ connection: 'unknown' })], agentNote: 'Unknown.' },
    inFirst('<location>local<', '<location>all<'),
  ],
  [
    'target',
    'agents are not known',
    { agents: [], agentNote: 'Agents are unknown.' },
    inFirst('<location>local<', '<location>all<'),
  ],
  ['target', 'the list may be incomplete', { agents: [makeAgent({ id: '002' })], agentNote: 'May be incomplete.' }],
  [
    'bound',
    'the group string of the rule is not known',
    { rules: null },
    inFirst('<level>7</level>', '<level>7</level><rules_group>sshd,</rules_group>'),
  ],
  [
    'data',
    'the version that refuses the account is not known',
    { agents: [makeAgent({ version: null })] },
    inFirst('<command>host-deny<', '<command>disable-account<'),
  ],
])('the link %s is neither whole nor broken where %s', (id, _, more, edit) => {
  expect(linkOf(id, trace(more, edit))?.state).toBe('unknown');
});

test.each([
  ['v4.14.7', 'bad'],
  ['v4.14.6', 'ok'],
])('whether root may be locked depends on the version: %s', (version, state) => {
  const found = trace(
    { agents: [makeAgent({ version })] },
    inFirst('<command>host-deny<', '<command>disable-account<'),
  );
  expect(linkOf('data', found)).toMatchObject({ state, evidence: expect.stringContaining('refuses root') });
});

const ON_MANAGER = inFirst('<location>local<', '<location>server<');
const ON_ALL = inFirst('<location>local<', '<location>all<');

test('what was expected and not seen is no proof of anything', () => {
  const executions = runsOf([add]).map((one) => ({ ...one, outcome: 'unseen' as const }));
  const found = trace({ executions });
  expect(found.outcome).toBeNull();
  expect(['accepts', 'script', 'reported'].map((id) => linkOf(id, found)?.state)).toEqual([
    'unknown',
    'unknown',
    'bad',
  ]);
});

test('a run on another agent is not the one that is followed', () => {
  const agents = [makeAgent(), makeAgent({ id: '002', name: 'web-02' })];
  const executions = runsOf([{ ...add, agentId: '002' }]);
  expect(trace({ agents, executions }, ON_ALL)).toMatchObject({ follows: '001', outcome: null });
  expect(trace({ agents, executions, follow: '002' }, ON_ALL)).toMatchObject({ follows: '002', outcome: 'overdue' });
});

test('of an alert of just now a report may still come', () => {
  const young = trace({ alert: { ...alert, at: NOW - 60_000 } });
  expect(linkOf('reported', young)?.state).toBe('waiting');
  expect(verdictOf(young).state).toBe('unknown');
});

test('what ran then and would not now is told as both', () => {
  const found = trace({ executions: runsOf([add]), agents: [makeAgent({ connection: 'disconnected' })] });
  expect(verdictOf(found)).toEqual({ state: 'ok', words: 'It ran then. As things are now it would not' });
});

test('an agent that never connected is not called disconnected', () => {
  const found = trace({ agents: [makeAgent({ connection: 'never_connected' })] });
  expect(linkOf('agent', found)).toMatchObject({ state: 'bad', evidence: 'web-01 never connected.' });
});

test.each([
  ['wazuh-execd', ON_MANAGER],
  ['wazuh-remoted', undefined],
])('without %s nothing arrives', (name, edit) => {
  const daemons = facts().daemons.map((one) => (one.name === name ? { ...one, running: false } : one));
  expect(linkOf('loaded', trace({ daemons }, edit))).toMatchObject({
    ...{ state: 'bad', evidence: expect.stringContaining(`${name} is not running`) },
  });
});

test('the first response is disabled: the manager runs nothing itself, agents do', () => {
  const made = (edit: (text: string) => string) =>
    facts({}, (text) => {
      const edited = edit(text);
      const at = edited.indexOf('<active-response>');
      const off = '<active-response><disabled>yes</disabled></active-response>';
      return `${edited.slice(0, at)}${off}${edited.slice(at)}`;
    });
  const linksOf = (edit: (text: string) => string) => {
    const known = made(edit);
    const block = known.config.model.responses[1];
    if (!block) throw new Error('no response');
    const found = traceResponse(known, block);
    return [linkOf('loaded', found), linkOf('accepts', found)].map((link) => link?.state);
  };
  expect(linksOf(ON_MANAGER)).toEqual(['bad', 'bad']);
  expect(linksOf((text) => text)).toEqual(['ok', 'unknown']);
});

test('a response in a comment is never seen by the manager', () => {
  const block =
    '<active-response><command>host-deny</command><location>local</location><level>7</level></active-response>';
  const made = facts({}, (text) => text.replace('<active-response>', `<!-- ${block} -->\n  <active-response>`));
  const [commented] = made.config.model.commented;
  expect(commented && linkOf('loaded', traceResponse(made, commented))).toMatchObject({
    ...{ state: 'bad', evidence: expect.stringContaining('inside a comment') },
  });
});

test('a listed rule sets it off by itself, whatever its level', () => {
  const found = trace({}, inFirst('<level>7</level>', '<level>12</level><rules_id>5763</rules_id>'));
  expect(linkOf('bound', found)).toMatchObject({ state: 'ok', evidence: '5763 is among the rules 5763.' });
});

test('the address of a Windows event is not protected by the white list', () => {
  const found = trace({ alert: { ...alert, srcip: null } });
  expect(linkOf('white-list', found)).toMatchObject({
    ...{ state: 'ok', evidence: expect.stringContaining('does not protect 192.0.2.1') },
  });
});

test('the name of Wazuh 3 is told as one, a name that objects have is not', () => {
  const withProgram = (name: string) => (text: string) =>
    text.replace('<executable>host-deny</executable>', `<executable>${name}</executable>`);
  expect(linkOf('script', trace({}, withProgram('host-deny.sh')))?.state).toBe('bad');
  expect(linkOf('script', trace({}, withProgram('constructor')))).toMatchObject({ state: 'unknown' });
});

import { expect, test } from 'vitest';
import { buildActivity } from '../activity/build-activity.ts';
import { makeAgent, makeReport, NOW } from '../activity/fixtures/made.ts';
import { liveResponses } from '../activity/live-responses.ts';
import type { ResponseReport } from '../alerts/alert-history.ts';
import type { Daemon } from '../manager/manager.ts';
import { parseConfigText } from '../ossec/index.ts';
import type { Rule } from '../ruleset/rule.ts';
import { buildRulesIndex } from '../ruleset/rules-index.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { verdictOf } from './link-words.ts';
import { brokenLink, type TracedAlert } from './trace.ts';
import type { TraceFacts } from './trace-facts.ts';
import { traceAll, traceResponse } from './trace-response.ts';

const rule = (id: number, more: Partial<Rule> = {}): Rule => ({
  ...{ id, level: 10, groups: 'syslog,sshd,authentication_failures,', description: 'brute force' },
  ...{ file: '0095-sshd_rules.xml', noAr: false, overwritten: false },
  ...more,
});
const daemon = (name: string): Daemon => ({ name, required: true, running: true, pid: 1, startedAt: 1 });
const alert: TracedAlert = {
  ...{ id: '100.1', at: NOW - 3_600_000, ruleId: 5763, level: 10, description: 'brute force', groups: 'syslog,sshd,' },
  ...{ agentId: '001', agentName: 'web-01', address: '192.0.2.1', srcip: '192.0.2.1', user: 'root' },
};
const script = (name: string, executable = true) => ({
  ...{ name, executable, mode: 0o750, owner: 'root:wazuh', size: 1, worldWritable: false },
});

const same = (text: string) => text;

function facts(more: Partial<TraceFacts> = {}, edit = same): TraceFacts {
  const text = edit(defaultConfig);
  if (text === defaultConfig && edit !== same) throw new Error('the edit changed nothing');
  return {
    alert,
    config: parseConfigText(text),
    rules: buildRulesIndex([rule(5763)]),
    daemons: ['wazuh-analysisd', 'wazuh-execd', 'wazuh-remoted'].map(daemon),
    ...{ restartPending: false, running: null, agentNote: null, executions: [], silence: null, follow: null, now: NOW },
    agents: [makeAgent()],
    scripts: [script('host-deny'), script('slack-notify.py')],
    ...more,
  };
}
/** The chain of the alert to the first response: host-deny, local, level 7, ten minutes. */
const trace = (more: Partial<TraceFacts> = {}, edit = same) => {
  const made = facts(more, edit);
  const [first] = made.config.model.responses;
  if (!first) throw new Error('no response');
  return traceResponse(made, first);
};
const inFirst = (from: string | RegExp, to: string) => (text: string) => {
  const at = text.indexOf('<active-response>');
  return text.slice(0, at) + text.slice(at).replace(from, to);
};
const addLast = (block: string) => (text: string) =>
  text.replace('</ossec_config>\n\n<!-- Logs', `${block}\n</ossec_config>\n\n<!-- Logs`);
const OFF = '  <active-response><disabled>yes</disabled></active-response>';

type Fault = { name: string; link: string; says: RegExp; more?: Partial<TraceFacts>; edit?: (text: string) => string };

test.each<Fault>([
  {
    name: 'the level of the response is too high',
    edit: inFirst('<level>7</level>', '<level>12</level>'),
    ...{ link: 'bound', says: /Level 10 is below 12/ },
  },
  {
    name: 'the group does not match',
    edit: inFirst('<level>7</level>', '<level>7</level><rules_group>web,</rules_group>'),
    ...{ link: 'bound', says: /groups do not match web,.*have to hold together/ },
  },
  {
    name: 'the id is not listed',
    edit: inFirst('<level>7</level>', '<rules_id>5712,31151</rules_id>'),
    ...{ link: 'bound', says: /5763 is not among the rules 5712, 31151/ },
  },
  {
    name: 'there is no criterion',
    edit: inFirst('<level>7</level>', ''),
    ...{ link: 'bound', says: /no alert ever sets it off/ },
  },
  {
    name: 'the rule says no_ar',
    more: { rules: buildRulesIndex([rule(5763, { noAr: true, file: 'local_rules.xml' })]) },
    ...{ link: 'rule', says: /local_rules.xml says no_ar/ },
  },
  {
    name: 'the rule has level 0 now',
    more: { rules: buildRulesIndex([rule(5763, { level: 0, overwritten: true })]) },
    ...{ link: 'rule', says: /has level 0/ },
  },
  { name: 'the rule is gone', more: { rules: buildRulesIndex([rule(1)]) }, link: 'rule', says: /No rule file has/ },
  {
    name: 'the address is on the white list',
    edit: (text) => text.replace('<white_list>127.0.0.1<', '<white_list>192.0.2.0/24<'),
    ...{ link: 'white-list', says: /covers 192\.0\.2\.1: entry 192\.0\.2\.0\/24/ },
  },
  {
    name: 'the manager refuses the address',
    more: { alert: { ...alert, srcip: '192.0.2.1 (x)' } },
    ...{ link: 'white-list', says: /refuses srcip/ },
  },
  {
    name: 'the response is disabled',
    edit: inFirst('<level>7</level>', '<level>7</level><disabled>yes</disabled>'),
    ...{ link: 'loaded', says: /the manager drops it/ },
  },
  {
    name: 'the last response of the file is disabled and silences all above',
    edit: addLast(OFF),
    ...{ link: 'loaded', says: /Nothing is sent to agents: the disabled response on line \d+/ },
  },
  {
    name: 'the manager was not restarted since',
    more: { running: [] },
    ...{ link: 'loaded', says: /the running manager does not/ },
  },
  {
    name: 'analysisd is down',
    more: { daemons: [] },
    ...{ link: 'loaded', says: /wazuh-analysisd is not running/ },
  },
  {
    name: 'the alert has no srcip',
    more: { alert: { ...alert, srcip: null, address: null } },
    ...{ link: 'data', says: /needs srcip, and the alert has none/ },
  },
  {
    name: 'what the alert has as srcip is no address',
    more: { alert: { ...alert, srcip: 'ns1.example.com', address: 'ns1.example.com' } },
    ...{ link: 'data', says: /needs an address, and the alert has ns1\.example\.com/ },
  },
  { name: 'the agent is gone', more: { agents: [] }, link: 'target', says: /not registered/ },
  {
    name: 'the agent is disconnected',
    more: { agents: [makeAgent({ connection: 'disconnected' })] },
    ...{ link: 'agent', says: /web-01 is disconnected now/ },
  },
  {
    name: 'the agent is too old',
    more: { agents: [makeAgent({ version: '3.13.6' })] },
    ...{ link: 'agent', says: /runs Wazuh 3\.13\.6/ },
  },
  {
    name: 'the script is for another system',
    more: { agents: [makeAgent({ system: 'windows' })] },
    ...{ link: 'script', says: /is for Linux, macOS or Unix, and web-01 runs Windows/ },
  },
  {
    name: 'the script is missing on the manager',
    edit: inFirst('<location>local<', '<location>server<'),
    more: { scripts: [] },
    ...{ link: 'script', says: /is not in active-response\/bin/ },
  },
  {
    name: 'the script on the manager is not executable',
    edit: inFirst('<location>local<', '<location>server<'),
    more: { scripts: [script('host-deny', false)] },
    ...{ link: 'script', says: /not executable/ },
  },
  { name: 'no report came', link: 'reported', says: /No report came/ },
])('$name: the chain breaks there', ({ link, says, more, edit }) => {
  const found = trace(more, edit);
  expect(brokenLink(found)).toMatchObject({ id: link, evidence: expect.stringMatching(says) });
  expect(brokenLink(found)?.fix).not.toBeNull();
});

test('an agent_id that names no agent: the loader drops the block', () => {
  const made = facts({}, (text) => text.replace('<agent_id>031<', '<agent_id>000<'));
  const block = made.config.model.responses.find(({ location }) => location === 'defined-agent');
  const loaded = block && traceResponse(made, block).links.find(({ id }) => id === 'loaded');
  expect(loaded).toMatchObject({ state: 'bad', evidence: expect.stringContaining('1306') });
});

const add = makeReport({ ago: 59, script: 'host-deny', ruleId: 653 });
function runsOf(reports: ResponseReport[], { config, agents } = facts()) {
  return buildActivity({
    ...{ reports, logged: [], alerts: [], whiteList: [], scripts: null, managerName: 'm', now: NOW, until: NOW },
    ...{ responses: liveResponses(config, null), agents, isBound: () => true, firesOn: () => true },
  }).executions;
}

test('a run that was reported and undone leaves no link open', () => {
  const executions = runsOf([add, makeReport({ ago: 49, script: 'host-deny', ruleId: 654, kind: 'delete' })]);
  expect(trace({ executions }).links.map(({ state }) => state)).toEqual(Array(11).fill('ok'));
});

test('a run that failed is told as one, and comes before responses that did not run', () => {
  const executions = runsOf([add]).map((one) => ({ ...one, outcome: 'failed' as const, said: 'Unable to run' }));
  const found = trace({ executions });
  expect(verdictOf(found)).toEqual({ state: 'bad', words: 'It ran and failed' });
  expect(brokenLink(found)?.evidence).toBe('It ran and failed. Unable to run');
  expect(traceAll(facts({ executions }))[0]?.outcome).toBe('failed');
});

test('what nothing undoes is not said to be undone', () => {
  for (const outcome of ['permanent', 'done'] as const) {
    const executions = runsOf([add]).map((one) => ({ ...one, outcome }));
    expect(trace({ executions }).links.at(-1)).toMatchObject({ id: 'reverted', state: 'unreached' });
  }
});

const linkOf = (id: string, found: ReturnType<typeof trace>) => found.links.find((link) => link.id === id);

test.each<[string, string, Partial<TraceFacts>, ((text: string) => string)?]>([
  ['reported', 'a report may be missing', { silence: 'Not all alerts are in.' }],
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

test('hundreds of responses on thousands of agents cost bounded work', () => {
  const agents = Array.from({ length: 5000 }, (_, at) => makeAgent({ id: String(at + 1).padStart(3, '0') }));
  const block = (at: number) =>
    `<active-response><command>host-deny</command><location>all</location><level>7</level><timeout>${at}</timeout></active-response>`;
  const made = facts({ agents }, (text) =>
    text.replace('<active-response>', `${Array.from({ length: 400 }, (_, at) => block(at)).join('')}<active-response>`),
  );
  const [first] = traceAll(made);
  expect(first?.hosts.count).toBe(5000);
  expect(first?.hosts.named).toHaveLength(24);
});

test('what is not known is told as not known', () => {
  const { links } = trace({
    ...{ rules: null, restartPending: true, executions: null, agentNote: 'Connections are unknown.' },
    agents: [makeAgent({ connection: 'unknown', system: 'unknown', version: null })],
  });
  const unknown = links.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  expect(unknown).toEqual(['rule', 'loaded', 'agent', 'accepts', 'script', 'reported']);
});

test('of all responses those tied to the rule come first', () => {
  const traces = traceAll(facts());
  expect(traces).toHaveLength(8);
  expect(traces[0]).toMatchObject({ key: 'r0', command: 'host-deny' });
  expect(traces[1]).toMatchObject({ command: 'firewall-drop' });
});

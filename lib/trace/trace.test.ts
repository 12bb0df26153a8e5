import { expect, test } from 'vitest';
import { makeAgent, makeReport } from '../activity/fixtures/made.ts';
import { buildRulesIndex } from '../ruleset/rules-index.ts';
import { add, alert, facts, inFirst, rule, runsOf, script, trace } from './fixtures/made-trace.ts';
import { verdictOf } from './link-words.ts';
import { brokenLink } from './trace.ts';
import type { TraceFacts } from './trace-facts.ts';
import { traceAll, traceResponse } from './trace-response.ts';

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

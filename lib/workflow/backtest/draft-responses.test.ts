import { expect, it } from 'vitest';
import { outcomesOf } from '../../ossec/edit/outcome.ts';
import { unknownAgent } from '../../ossec/findings/response/unknown-agent.ts';
import { facts, response } from '../../ossec/findings/support/sample-facts.ts';
import { type Change, parseConfigText } from '../../ossec/index.ts';
import { agentsEach, draftResponse, fires, queuesOf, reachedByAll } from './draft-responses.ts';
import { sentTrigger } from './load-row-runs.ts';

const { model } = parseConfigText(`<ossec_config>
  <command><name>drop</name><executable>firewall-drop</executable><timeout_allowed>yes</timeout_allowed></command>
  <active-response><command>drop</command><location>local</location><level>7</level></active-response>
  <active-response><command>drop</command><location>all</location><rules_id>5712</rules_id></active-response>
</ossec_config>`);
const both = { local: true, remote: true };
const decide = (changes: Change[]) =>
  outcomesOf(model, changes).responses.map((outcome, at) =>
    draftResponse(outcome, {
      key: String(at),
      agents: 10,
      queues: { before: both, after: both },
      executableOf: () => 'firewall-drop',
    }),
  );

it('a draft that changes nothing has no changed response', () => {
  const responses = decide([]);
  expect(responses.map(({ isChanged }) => isChanged)).toEqual([false, false]);
  expect(responses.map(({ words }) => words)).toEqual(['level ≥ 7', 'rule 5712']);
  expect(responses.map(({ after }) => after?.agentsEach)).toEqual([1, 10]);
});

it('one that is edited, removed, added or switched off is changed, and what does not fire is null', () => {
  const [edited, removed, added] = decide([
    { op: 'edit-response', index: 0, set: { level: 9 } },
    { op: 'remove-response', index: 1 },
    { op: 'add-response', response: { command: 'drop', location: 'server', rulesGroup: ['sshd'] } },
  ]);
  expect(edited).toMatchObject({
    isChanged: true,
    before: { trigger: { level: 7 } },
    after: { trigger: { level: 9 } },
  });
  expect(removed).toMatchObject({ isChanged: true, after: null, before: { agentsEach: 10 } });
  expect(added).toMatchObject({ isChanged: true, before: null, after: { trigger: { rulesGroup: 'sshd,' } } });
  expect(decide([{ op: 'disable-response', index: 0 }])[0]).toMatchObject({ isChanged: true, after: null });
});

it('a location reaches every agent where one of its words says so', () => {
  expect(['local', 'local,all', 'ANY', 'server', null].map((location) => agentsEach(location, 10))).toEqual([
    ...[1, 10, 10, 1, 1],
  ]);
  expect(agentsEach('all', 0)).toBe(1);
});

it('all reaches the agents that are connected, and every one where nobody knows which are', () => {
  const agents = (...connections: ('active' | 'disconnected' | 'unknown')[]) =>
    connections.map((connection) => ({ connection }));
  expect(reachedByAll(agents('active', 'disconnected', 'active'))).toBe(2);
  expect(reachedByAll(agents('unknown', 'unknown'))).toBe(2);
});

it('what the manager drops or silences does not fire', () => {
  const firing = (blocks: string) => {
    const config = parseConfigText(`<ossec_config>
      <command><name>drop</name><executable>firewall-drop</executable></command>${blocks}</ossec_config>`);
    expect(config.verdict.accepted).toBe(true);
    return outcomesOf(config.model, []).responses.map(({ after }) => after && fires(after, queuesOf(config)));
  };
  const response = (rest: string) =>
    `<active-response><command>drop</command>${rest}<level>7</level></active-response>`;
  const local = response('<location>local</location>');
  const off = '<active-response><disabled>yes</disabled></active-response>';
  expect(firing(local)).toEqual([true]);
  expect(firing(response('<location>defined-agent</location><agent_id>000</agent_id>'))).toEqual([false]);
  expect(firing(response('<location>defined-agent</location><agent_id>003</agent_id>'))).toEqual([true]);
  expect(firing(response('<location>defined-agent</location><agent_id>-3</agent_id>'))).toEqual([false]);
  expect(firing(local + off)).toEqual([false, false]);
  expect(firing(off + local)).toEqual([false, true]);
  // The block behind it arms one direction again.
  expect(firing(response('<location>all</location>') + off + response('<location>server</location>'))).toEqual([
    ...[false, false, true],
  ]);
  expect(queuesOf(parseConfigText('<ossec_config><active-response></active-response></ossec_config>'))).toEqual(both);
});

it('a row whose command or agent does not exist is never sent', () => {
  const [outcome] = outcomesOf(model, []).responses;
  const after = outcome?.after ?? null;
  const row = { after, executable: 'firewall-drop', findings: [] };
  expect(sentTrigger(row, both)).toMatchObject({ level: 7 });
  expect(sentTrigger({ ...row, executable: null }, both)).toBeNull();
  expect(sentTrigger({ ...row, after: null }, both)).toBeNull();
  const elsewhere = response({ location: 'defined-agent', agentId: '031' });
  const found = unknownAgent.run(facts({ responses: [elsewhere], agents: [] }));
  expect(found).toHaveLength(1);
  expect(sentTrigger({ ...row, after: elsewhere, findings: found }, both)).toBeNull();
});

import { expect, it } from 'vitest';
import { outcomesOf } from '../../ossec/edit/outcome.ts';
import { type Change, parseConfigText } from '../../ossec/index.ts';
import { draftResponse, reachedByAll } from './draft-responses.ts';

const { model } = parseConfigText(`<ossec_config>
  <command><name>drop</name><executable>firewall-drop</executable><timeout_allowed>yes</timeout_allowed></command>
  <active-response><command>drop</command><location>local</location><level>7</level></active-response>
  <active-response><command>drop</command><location>all</location><rules_id>5712</rules_id></active-response>
</ossec_config>`);
const decide = (changes: Change[]) =>
  outcomesOf(model, changes).responses.map((outcome, at) =>
    draftResponse(outcome, { key: String(at), agents: 10, executableOf: () => 'firewall-drop' }),
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

it('all reaches the agents that are connected, and every one where nobody knows which are', () => {
  const agents = (...connections: ('active' | 'disconnected' | 'unknown')[]) =>
    connections.map((connection) => ({ connection }));
  expect(reachedByAll(agents('active', 'disconnected', 'active'))).toBe(2);
  expect(reachedByAll(agents('unknown', 'unknown'))).toBe(2);
});

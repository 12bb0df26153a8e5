import { describe, expect, it } from 'vitest';
import { toBytes } from '../ossec/byte-text.ts';
import { outcomesOf } from '../ossec/edit/outcome.ts';
import { type Change, parseConfig } from '../ossec/index.ts';
import { viewDraft } from './draft-view.ts';
import type { WorkspaceFacts } from './load-facts.ts';
import { responseRows } from './response-rows.ts';

const FILE = `<ossec_config>
  <command>
    <name>drop</name>
    <executable>firewall-drop</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>
  <active-response>
    <command>drop</command>
    <location>local</location>
    <level>7</level>
    <timeout>600</timeout>
  </active-response>
  <!-- <active-response><command>drop</command><location>server</location><level>9</level></active-response> -->
  <active-response>
    <command>drop</command>
    <location>defined-agent</location>
    <agent_id>031</agent_id>
    <level>8</level>
  </active-response>
</ossec_config>
`;

const config = parseConfig(toBytes(FILE));
const agents = [{ id: '001', name: 'web-01', system: 'linux', connection: 'active' }] as const;

function rowsWith(...changes: Change[]) {
  const draft = {
    person: 'p',
    baseSha256: 'same',
    savedAt: 0,
    changes: changes.map((change, index) => ({ id: `id${index}`, change, madeAt: 0 })),
  };
  const view = viewDraft(draft, config, 'same', null);
  const outcomes = outcomesOf(config.model, changes);
  const around = { agents, scripts: null, rules: null };
  const facts = {
    facts: {
      ...around,
      commands: outcomes.commands.flatMap(({ after }) => after ?? []),
      responses: outcomes.responses.flatMap(({ after }) => after ?? []),
    },
    before: {
      ...around,
      commands: outcomes.commands.flatMap(({ before }) => before ?? []),
      responses: outcomes.responses.flatMap(({ before }) => before ?? []),
    },
    agents: agents.map((agent) => ({ ...agent, address: 'any', systemName: null, version: null })),
    agentNote: null,
    scripts: [],
  } as unknown as WorkspaceFacts;
  return responseRows(config, view, facts);
}

describe('the list of active responses', () => {
  it('keeps file order and shows responses inside comments as disabled', () => {
    expect(rowsWith().map(({ key, state, mark }) => [key, state, mark])).toEqual([
      ['r0', 'active', null],
      ['c0', 'disabled', null],
      ['r1', 'broken', null],
    ]);
  });

  it('names the reason of a broken response', () => {
    expect(rowsWith()[2]?.reason).toContain('031');
  });

  it('marks an edited response and keeps both values', () => {
    const row = rowsWith({ op: 'edit-response', index: 0, set: { level: 12 } })[0];
    expect(row).toMatchObject({ mark: '~', changeIds: ['id0'], before: { level: '7' }, after: { level: '12' } });
  });

  it('keeps a deleted response in its place, without findings', () => {
    const row = rowsWith({ op: 'remove-response', index: 1 })[2];
    expect(row).toMatchObject({ key: 'r1', mark: '-', after: null, findings: [], changeIds: ['id0'] });
  });

  it('lists an added response last, under the change that adds it', () => {
    const rows = rowsWith({ op: 'add-response', response: { command: 'drop', location: 'local', level: 3 } });
    expect(rows.at(-1)).toMatchObject({ key: 'd-id0', mark: '+', before: null, changeIds: ['id0'], line: null });
  });

  it('marks every response that follows a renamed command', () => {
    const rows = rowsWith({ op: 'edit-command', name: 'drop', set: { name: 'block' } });
    expect(rows.map(({ mark, after }) => [mark, after?.command])).toEqual([
      ['~', 'block'],
      ['~', 'block'],
      ['~', 'block'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { responseValues } from '../forms/response-changes.ts';
import { emptyResponse, type ResponseFormTarget, type ResponseFormValues } from '../forms/response-form.ts';
import { responseFacts } from '../ossec/edit/outcome.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { parseConfig } from '../ossec/index.ts';
import { addToDraft } from './change-draft.ts';
import { changesOf, makeWorkspace } from './fixtures/made-workspace.ts';
import { refuseUnconfirmed } from './guard-all.ts';
import { saveCommandToDraft } from './save-command.ts';
import { saveResponseToDraft } from './save-response.ts';
import { discardDraft } from './take-back.ts';

const { model } = parseConfig(Buffer.from(plain));
const block = (index: number): ResponseFormTarget => ({
  ...{ kind: 'block', index },
  fingerprint: model.responses[index]?.fingerprint ?? '',
});
const shown = (index: number, over: Partial<ResponseFormValues> = {}): ResponseFormValues => {
  const found = model.responses[index];
  if (!found) throw new Error('no such block');
  return { ...responseValues(responseFacts(found), index === 0), ...over };
};
const fresh = (over: Partial<ResponseFormValues>): ResponseFormValues => ({
  ...{ ...emptyResponse, command: 'drop', location: 'local', duration: 'permanent' },
  ...over,
});
const NEW = { kind: 'new' } as const;

describe('a response on every agent', () => {
  it('is saved only with the number of agents, whatever the browser did', async () => {
    const made = makeWorkspace(plain);
    for (const confirmedAgents of ['', '2', '03', 'all']) {
      const result = await saveResponseToDraft(made.load(), NEW, fresh({ location: 'all', confirmedAgents }));
      expect(result).toMatchObject({ status: 'invalid', fields: { confirmedAgents: expect.stringContaining('3') } });
    }
    const result = await saveResponseToDraft(made.load(), NEW, fresh({ location: 'all', confirmedAgents: ' 3 ' }));
    expect(result).toMatchObject({ status: 'saved', count: 1 });
  });

  it('is confirmed once: neither a later edit nor an undo asks again', async () => {
    const made = makeWorkspace(plain);
    await saveResponseToDraft(made.load(), block(1), shown(1, { location: 'all', confirmedAgents: '3' }));
    expect(await saveResponseToDraft(made.load(), block(1), shown(1, { location: 'all', level: 9 }))).toMatchObject({
      status: 'saved',
    });
    const { discarded } = discardDraft(made.load());
    expect(refuseUnconfirmed(made.load(), discarded)).toBeNull();
    expect(refuseUnconfirmed(made.load('bob'), discarded)).toMatchObject({ code: 'all-not-confirmed' });
  });

  it('does not come in as a plain change', () => {
    const add = { op: 'add-response', response: { command: 'lock', location: 'all' } } as const;
    const edit = { op: 'edit-response', index: 0, set: { location: 'all' } } as const;
    const { load } = makeWorkspace(plain);
    expect(refuseUnconfirmed(load(), [add])).toMatchObject({ code: 'all-not-confirmed' });
    expect(refuseUnconfirmed(load(), [edit])).toMatchObject({ code: 'all-not-confirmed' });
    expect(refuseUnconfirmed(load(), [{ op: 'remove-response', index: 0 }])).toBeNull();
  });
});

it('agents must exist, but one that is gone may stay where it is', async () => {
  const text = plain.replace(
    '<location>server</location>',
    '<location>defined-agent</location><agent_id>31</agent_id>',
  );
  const made = makeWorkspace(text);
  const found = parseConfig(Buffer.from(text)).model.responses[1];
  const target = { kind: 'block', index: 1, fingerprint: found?.fingerprint ?? '' } as const;
  const values = found && responseValues(responseFacts(found), false);
  if (!values) throw new Error('no such block');
  expect(await saveResponseToDraft(made.load(), target, { ...values, level: 9 })).toMatchObject({ status: 'saved' });
  expect(await saveResponseToDraft(made.load(), target, { ...values, agentIds: ['001', '099'] })).toMatchObject({
    fields: { agentIds: 'The manager has no agent 099.' },
  });
});

it('several agents become several blocks', async () => {
  const made = makeWorkspace(plain);
  await saveResponseToDraft(made.load(), NEW, fresh({ location: 'defined-agent', agentIds: ['001', '003'] }));
  expect(changesOf(made.load())).toMatchObject([{ response: { agentId: '001' } }, { response: { agentId: '003' } }]);
});

it('a timeout needs a command that allows one, as the draft has it', async () => {
  const made = makeWorkspace(plain);
  const timed = fresh({ command: 'lock', duration: 'timed', timeoutSeconds: 60 });
  expect(await saveResponseToDraft(made.load(), NEW, timed)).toMatchObject({ fields: { timeoutSeconds: /allow/ } });
  addToDraft(made.load(), [{ op: 'edit-command', name: 'lock', set: { timeoutAllowed: true } }]);
  expect(await saveResponseToDraft(made.load(), NEW, timed)).toMatchObject({ status: 'saved' });
});

it('edits back to what the file says leave no change', async () => {
  const made = makeWorkspace(plain);
  await saveResponseToDraft(made.load(), block(0), shown(0, { level: 9, enabled: false }));
  expect(changesOf(made.load()).map(({ op }) => op)).toEqual(['edit-response', 'disable-response']);
  expect(await saveResponseToDraft(made.load(), block(0), shown(0))).toMatchObject({ status: 'saved', count: 0 });
});

it('a response whose command has a new name in the draft is not changed by saving it', async () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'edit-command', name: 'lock', set: { name: 'bolt' } }]);
  await saveResponseToDraft(made.load(), block(1), shown(1, { command: 'bolt' }));
  expect(changesOf(made.load())).toHaveLength(1);
});

it('a form opened on another block is a conflict, and the draft stays as it was', async () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [{ op: 'edit-response', index: 0, set: { level: 3 } }]);
  const conflict = { status: 'conflict' };
  for (const target of [
    { kind: 'block', index: 0, fingerprint: 'other' },
    { kind: 'block', index: 77, fingerprint: 'f' },
    { kind: 'commented', commented: 0, fingerprint: 'f' },
  ] as const) {
    expect(await saveResponseToDraft(made.load(), target, shown(0))).toMatchObject(conflict);
  }
  expect(changesOf(made.load())).toHaveLength(1);
});

it('a taken name is said at its field', async () => {
  const made = makeWorkspace(plain);
  const newCommand = { name: 'drop', executable: 'x', timeoutAllowed: false, extraArgs: '' };
  const onTheSpot = await saveResponseToDraft(made.load(), NEW, fresh({ newCommand }));
  expect(onTheSpot).toMatchObject({ status: 'invalid', fields: { 'newCommand.name': expect.any(String) } });
  expect(saveCommandToDraft(made.load(), NEW, newCommand)).toMatchObject({ fields: { name: expect.any(String) } });
});

it('a response that the draft adds is edited in the draft', async () => {
  const made = makeWorkspace(plain);
  await saveResponseToDraft(made.load(), NEW, fresh({ level: 3 }));
  const target = { kind: 'added', changeId: made.load().draft?.changes[0]?.id ?? '' } as const;
  await saveResponseToDraft(made.load(), target, fresh({ level: 4 }));
  expect(changesOf(made.load())).toMatchObject([{ op: 'add-response', response: { level: 4 } }]);
  expect(await saveResponseToDraft(made.load('bob'), target, fresh({}))).toMatchObject({ code: 'no-such-change' });
});

describe('the command form', () => {
  const target = (index: number, text = plain) => ({
    ...({ kind: 'block', index } as const),
    fingerprint: parseConfig(Buffer.from(text)).model.commands[index]?.fingerprint ?? '',
  });
  const lock = { name: 'lock', executable: 'disable-account', timeoutAllowed: false, extraArgs: '' };

  it('renames a command, and its saving as it was drops that', () => {
    const made = makeWorkspace(plain);
    expect(saveCommandToDraft(made.load(), target(1), { ...lock, name: 'bolt' })).toMatchObject({ status: 'saved' });
    expect(changesOf(made.load())).toMatchObject([{ op: 'edit-command', name: 'lock', set: { name: 'bolt' } }]);
    expect(saveCommandToDraft(made.load(), target(1), lock)).toMatchObject({ status: 'saved', count: 0 });
  });

  it('is a conflict on a command that changed, and refused on one that Wazuh never uses', () => {
    const made = makeWorkspace(plain.replace('<name>lock</name>', '<name>drop</name>').replace('>lock<', '>drop<'));
    addToDraft(made.load(), [{ op: 'edit-command', name: 'drop', set: { executable: 'other' } }]);
    expect(saveCommandToDraft(made.load(), target(1), lock)).toMatchObject({ status: 'conflict' });
    const shadowed = { ...lock, name: 'drop' };
    expect(saveCommandToDraft(made.load(), target(1, made.text), shadowed)).toMatchObject({ code: 'command-shadowed' });
    expect(changesOf(made.load())).toHaveLength(1);
  });
});

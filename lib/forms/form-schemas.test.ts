import { describe, expect, it } from 'vitest';
import {
  addCommandChange,
  type CommandFormValues,
  commandValues,
  editCommandChange,
  emptyCommand,
} from './command-form.ts';
import { commandFormSchema, commandTargetSchema, responseFormSchema, responseTargetSchema } from './form-schemas.ts';
import { emptyResponse } from './response-form.ts';
import { responseProblems } from './response-problems.ts';

type Schema = { safeParse(value: unknown): { success: boolean; error?: { issues: { path: PropertyKey[] }[] } } };
const fieldsOf = (schema: Schema, value: unknown) =>
  [...new Set(schema.safeParse(value).error?.issues.map(({ path }) => path.join('.')))].sort();

const command: CommandFormValues = { ...emptyCommand, name: 'drop', executable: 'drop.sh' };

describe('the command form takes', () => {
  it.each<[string, object, string[]]>([
    ['a name and a file', {}, []],
    ['arguments with blanks', { extraArgs: '-a "b c"' }, []],
    ['no empty command', { name: '', executable: '' }, ['executable', 'name']],
    ['no name with a blank', { name: 'a b' }, ['name']],
    ['no reserved name', { name: '!a' }, ['name']],
    ['no tag in a name', { name: 'a<b' }, ['name']],
    ['no endless name', { name: 'a'.repeat(201) }, ['name']],
    ['no path', { executable: '../sh' }, ['executable']],
    ['no Windows path', { executable: 'a\\b' }, ['executable']],
    ['no line break', { extraArgs: 'a\nb' }, ['extraArgs']],
    ['no backslash at the end', { extraArgs: 'a\\' }, ['extraArgs']],
    ['no endless arguments', { extraArgs: 'a'.repeat(2048) }, ['extraArgs']],
    ['no text for a switch', { timeoutAllowed: 'yes' }, ['timeoutAllowed']],
  ])('%s', (_, over, fields) => {
    expect(fieldsOf(commandFormSchema, { ...command, ...over })).toEqual(fields);
  });
});

const local = { ...emptyResponse, command: 'drop', location: 'local', duration: 'permanent' };

describe('the response form takes', () => {
  it.each<[string, object, string[]]>([
    ['a response without a trigger', {}, []],
    ['nothing left open', emptyResponse, ['command', 'duration', 'location']],
    ['a pattern', { groupPattern: '^sshd|web,' }, []],
    ['no empty alternative', { groupPattern: 'a||b' }, ['groupPattern']],
    ['no tag in a pattern', { groupPattern: 'a<b' }, ['groupPattern']],
    ['no bar in a name', { groups: ['ok', 'a|b'] }, ['groups.1']],
    ['no endless name of a group', { groups: ['a'.repeat(201)] }, ['groups.0']],
    ['no level above 16', { level: 17 }, ['level']],
    ['no half level', { level: 1.5 }, ['level']],
    ['no rule 0', { ruleIds: [1, 0] }, ['ruleIds.1']],
    ['no endless list of rules', { ruleIds: Array.from({ length: 2001 }, () => 1) }, ['ruleIds']],
    ['no agent nowhere', { location: 'defined-agent' }, ['agentIds']],
    ['no agent of two digits', { location: 'defined-agent', agentIds: ['07'] }, ['agentIds.0']],
    ['no endless list of agents', { agentIds: Array.from({ length: 501 }, () => '001') }, ['agentIds']],
    ['no timeout without a time', { duration: 'timed' }, ['timeoutSeconds']],
    ['no timeout that Wazuh cannot count', { duration: 'timed', timeoutSeconds: 2147483648 }, ['timeoutSeconds']],
    ['no other location', { location: 'everywhere' }, ['location']],
    ['no broken command on the spot', { newCommand: { ...command, name: '' } }, ['newCommand.name']],
  ])('%s', (_, over, fields) => {
    expect(fieldsOf(responseFormSchema, { ...local, ...over })).toEqual(fields);
  });

  it('no time that is not a number', () => {
    const values = { ...emptyResponse, duration: 'timed', timeoutSeconds: Number.NaN } as const;
    expect(responseProblems(values).timeoutSeconds).toMatch(/whole number/);
    expect(fieldsOf(responseFormSchema, values)).toEqual(['timeoutSeconds']);
  });

  it('no prototype, and nothing it does not know', () => {
    const sent = JSON.parse(`{"__proto__":{"polluted":1},"constructor":{"x":1}}`);
    const parsed = responseFormSchema.parse({ ...local, ...sent, extra: 1 });
    expect(Object.keys(parsed).sort()).toEqual(Object.keys(emptyResponse).sort());
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

it.each<[object, boolean]>([
  [{ kind: 'new' }, true],
  [{ kind: 'block', index: 0, fingerprint: 'f' }, true],
  [{ kind: 'block', index: -1, fingerprint: 'f' }, false],
  [{ kind: 'block', index: 0 }, false],
  [{ kind: 'added', changeId: 'x'.repeat(81) }, false],
  [{ kind: 'other' }, false],
])('a target %j is taken: %s', (target, isTaken) => {
  expect(responseTargetSchema.safeParse(target).success).toBe(isTaken);
  expect(commandTargetSchema.safeParse(target).success).toBe(isTaken);
});

describe('a command', () => {
  const facts = {
    name: 'drop',
    executable: 'drop.sh',
    extraArgs: '-a',
    timeoutAllowed: true,
    shadowed: false,
    line: 3,
  };

  it('that is saved as it is does not change, whether it has arguments, empty ones or none', () => {
    for (const extraArgs of ['-a', '', null]) {
      const was = { ...facts, extraArgs };
      expect(editCommandChange(was, commandValues(was), 'f')).toBeNull();
    }
  });

  it('changes only what was touched', () => {
    const changed = { ...commandValues(facts), name: 'deny', extraArgs: '' };
    const change = { op: 'edit-command', name: 'drop', fingerprint: 'f', set: { name: 'deny' }, unset: ['extraArgs'] };
    expect(editCommandChange(facts, changed, 'f')).toEqual(change);
  });

  it('that is new has no empty arguments', () => {
    const added = { name: 'drop', executable: 'drop.sh', timeoutAllowed: false };
    expect(addCommandChange(command)).toEqual({ op: 'add-command', command: added });
  });
});

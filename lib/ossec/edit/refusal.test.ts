import { describe, expect, it } from 'vitest';
import { refusalOf } from '../fixtures/plan-text.ts';
import { commentedOut, commentsEverywhere, disabledBetween, plain, severalRoots } from '../fixtures/sample-configs.ts';
import type { Change } from './change.ts';
import { REFUSAL_CODES, type RefusalCode } from './refusal.ts';

const fine: Change = { op: 'edit-command', name: 'drop', set: { executable: 'other' } };
const add = (fields: object): Change => ({
  op: 'add-response',
  response: { command: 'drop', location: 'local', ...fields },
});
const edit = (index: number, set: object, unset: never[] | string[] = []): Change =>
  ({ op: 'edit-response', index, set, unset }) as Change;

type Row = { why: string; text: string; changes: Change[]; code: RefusalCode; change?: number; line?: number | null };

const nested = plain.replace('<level>12</level>', '<level><min>12</min></level>');
const loose = plain.replace('<location>server</location>', '<location>Defined-Agent</location><agent_id>7</agent_id>');
const variable = plain.replace('  <localfile>', '  <var><level>3</level></var>\n\n  <localfile>');
const agentBlock = plain.replace(
  '<command>lock</command>\n    <location>server',
  '<repeated_offenders>1</repeated_offenders><location>server',
);

const rows: Row[] = [
  {
    why: 'a file that the reader refuses',
    text: plain.replace('</global>', ''),
    changes: [fine],
    code: 'file-not-editable',
    line: 38,
  },
  {
    why: 'a file of another product',
    text: `${plain}<agent_config></agent_config>`,
    changes: [fine, fine],
    code: 'file-not-editable',
    line: 39,
  },
  {
    why: '`<` in a value',
    text: plain,
    changes: [fine, { ...fine, set: { extraArgs: 'a < b' } }],
    code: 'value-not-carried',
    change: 1,
  },
  {
    why: 'a line break in a value',
    text: plain,
    changes: [{ ...fine, set: { executable: 'a\nb' } }],
    code: 'value-not-carried',
  },
  {
    why: 'a backslash at the end',
    text: plain,
    changes: [{ ...fine, set: { extraArgs: 'a\\\\\\' } }],
    code: 'value-not-carried',
  },
  {
    why: 'more bytes than the reader takes',
    text: plain,
    changes: [edit(0, { rulesGroup: 'é'.repeat(10_240) })],
    code: 'value-not-carried',
  },
  { why: 'a name with “ - ”', text: plain, changes: [{ ...fine, set: { name: 'a - b' } }], code: 'value-not-carried' },
  {
    why: 'the end of a comment in a response that is off',
    text: plain,
    changes: [add({ rulesGroup: 'a!>b', disabled: true })],
    code: 'value-not-carried',
  },
  {
    why: 'the same in one that goes off',
    text: plain,
    changes: [edit(0, { rulesGroup: 'a-->b' }), { op: 'disable-response', index: 0 }],
    code: 'value-not-carried',
    change: 1,
  },
  { why: 'an empty value', text: plain, changes: [{ ...fine, set: { executable: '' } }], code: 'empty-value' },
  { why: 'an empty alternative', text: plain, changes: [edit(0, { rulesGroup: 'sshd,|' })], code: 'empty-value' },
  { why: 'a name with “!”', text: plain, changes: [{ ...fine, set: { name: '!drop' } }], code: 'name-reserved' },
  {
    why: 'a name that another command has',
    text: plain,
    changes: [{ ...fine, set: { name: 'lock' } }],
    code: 'name-taken',
    line: 15,
  },
  {
    why: 'a name that the draft has just taken',
    text: plain,
    changes: [
      { op: 'add-command', command: { name: 'x', executable: 'x' } },
      { op: 'add-command', command: { name: 'x', executable: 'y' } },
    ],
    code: 'name-taken',
    change: 1,
    line: null,
  },
  { why: 'a response for no command', text: plain, changes: [add({ command: 'nobody' })], code: 'unknown-command' },
  {
    why: 'enabling a response whose command is gone',
    text: commentedOut,
    changes: [
      { op: 'remove-command', name: 'drop' },
      { op: 'enable-response', commented: 0 },
    ],
    code: 'unknown-command',
    change: 1,
  },
  {
    why: 'removing a command in use',
    text: plain,
    changes: [fine, { op: 'remove-command', name: 'drop' }],
    code: 'command-in-use',
    change: 1,
    line: 21,
  },
  {
    why: 'a command from further down',
    text: severalRoots,
    changes: [edit(0, { command: 'late' })],
    code: 'command-below',
  },
  { why: 'a command that is not there', text: plain, changes: [{ ...fine, name: 'nobody' }], code: 'no-such-command' },
  {
    why: 'the command of a localfile',
    text: plain.replace('<name>drop', '<name>other'),
    changes: [fine],
    code: 'no-such-command',
  },
  { why: 'a response that is not there', text: plain, changes: [edit(2, { level: 3 })], code: 'no-such-response' },
  {
    why: 'a response that was just removed',
    text: plain,
    changes: [{ op: 'remove-response', index: 1 }, edit(1, { level: 3 })],
    code: 'no-such-response',
    change: 1,
  },
  {
    why: 'two responses in one comment',
    text: commentedOut,
    changes: [{ op: 'enable-response', commented: 3 }],
    code: 'no-such-response',
  },
  {
    why: 'a block that changed meanwhile',
    text: plain,
    changes: [{ op: 'remove-response', index: 1, fingerprint: '00000000000000' }],
    code: 'block-changed',
    line: 28,
  },
  {
    why: 'defined-agent without an agent',
    text: plain,
    changes: [add({ location: 'defined-agent' })],
    code: 'agent-missing',
  },
  {
    why: 'agent 000',
    text: plain,
    changes: [add({ location: 'defined-agent', agentId: '000' })],
    code: 'agent-missing',
  },
  {
    why: 'taking the agent away',
    text: plain,
    changes: [edit(0, { location: 'defined-agent', agentId: '7' }), edit(0, {}, ['agentId'])],
    code: 'agent-missing',
    change: 1,
  },
  {
    why: 'a timeout that the command does not allow',
    text: plain,
    changes: [edit(1, { timeout: 60 })],
    code: 'timeout-not-allowed',
    line: 28,
  },
  {
    why: 'forbidding a timeout in use',
    text: plain,
    changes: [fine, { ...fine, set: { timeoutAllowed: false } }],
    code: 'timeout-not-allowed',
    change: 1,
    line: 21,
  },
  {
    why: 'a new response with such a timeout',
    text: plain,
    changes: [add({ command: 'lock', timeout: 5 })],
    code: 'timeout-not-allowed',
    line: null,
  },
  {
    why: 'an address that matches everything',
    text: plain,
    changes: [{ op: 'add-white-list', address: 'a|' }],
    code: 'white-list-entry',
  },
  {
    why: 'a pattern that matches every address with a dot',
    text: plain,
    changes: [{ op: 'add-white-list', address: '0|1|2|3|4|5|6|7|8|9' }],
    code: 'white-list-entry',
  },
  {
    why: 'half of all addresses',
    text: plain,
    changes: [{ op: 'add-white-list', address: '128.0.0.0/1' }],
    code: 'white-list-entry',
  },
  {
    why: 'an address that stops the manager',
    text: plain,
    changes: [{ op: 'add-white-list', address: '10.0.0.256' }],
    code: 'white-list-entry',
  },
  {
    why: 'an address that is not listed',
    text: plain,
    changes: [{ op: 'remove-white-list', address: '10.0.0.1' }],
    code: 'no-such-address',
  },
  { why: 'a value that holds tags', text: nested, changes: [edit(1, { level: 3 })], code: 'block-not-editable' },
  {
    why: 'switching off a block without a command',
    text: agentBlock,
    changes: [{ op: 'disable-response', index: 1 }],
    code: 'block-not-editable',
    line: 28,
  },
  {
    why: 'what only the manager would notice',
    text: loose,
    changes: [edit(1, {}, ['agentId'])],
    code: 'manager-would-refuse',
  },
  {
    why: 'a tag in the first block that switches execd off',
    text: commentsEverywhere,
    changes: [{ op: 'disable-response', index: 0 }],
    code: 'would-silence-others',
    line: 13,
  },
  {
    why: 'taking away the block that arms the queues again',
    text: disabledBetween,
    changes: [{ op: 'remove-response', index: 2 }],
    code: 'would-silence-others',
    line: 11,
  },
  {
    why: 'the same by its location',
    text: disabledBetween,
    changes: [edit(2, { location: 'server' })],
    code: 'would-silence-others',
    line: 11,
  },
  {
    why: 'making a disabled block the first',
    text: disabledBetween,
    changes: [{ op: 'remove-response', index: 0 }],
    code: 'would-silence-others',
    line: 11,
  },
  {
    why: 'a value that the manager takes from elsewhere',
    text: variable,
    changes: [edit(1, { level: 5 })],
    code: 'read-back-differs',
  },
];

describe('refused with a reason', () => {
  it.each(rows)('$code: $why', ({ text, changes, code, change = 0, line }) => {
    const refusal = refusalOf(text, ...changes);
    expect(refusal).toMatchObject({ code, change, ...(line !== undefined && { line }) });
    expect(refusal.message).not.toBe('');
    expect(refusal.hint).not.toBe('');
  });

  it('has a case for every code', () => {
    expect([...new Set(rows.map(({ code }) => code))].sort()).toEqual([...REFUSAL_CODES].sort());
  });
});

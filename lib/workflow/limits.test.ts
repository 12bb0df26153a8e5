import { describe, expect, it } from 'vitest';
import { type Limits, NO_LIMITS } from '../auth/roles.ts';
import { type Change, type Config, parseConfigText, planChanges } from '../ossec/index.ts';
import { refuseByLimits } from './limits.ts';

const command = (name: string) =>
  `  <command>\n    <name>${name}</name>\n    <executable>${name}.sh</executable>\n  </command>\n`;
const response = (name: string, location: string, more = '') =>
  `  <active-response>\n    <command>${name}</command>\n    <location>${location}</location>\n    <level>7</level>\n${more}  </active-response>\n`;
const commented = (text: string) => `  <!--${text.trim()}-->\n`;
const WHITE = '  <global>\n    <white_list>192.0.2.1</white_list>\n  </global>\n';
const file = (...blocks: string[]) => parseConfigText(`<ossec_config>\n${blocks.join('')}</ossec_config>\n`);

/** mine 0, theirs 1, on all 2, on all and off 3; in comments mine 0, on all 1. */
const before = file(
  command('mine'),
  command('theirs'),
  response('mine', 'local'),
  response('theirs', 'local'),
  response('theirs', 'all'),
  response('theirs', 'all', '    <disabled>yes</disabled>\n'),
  commented(response('mine', 'server')),
  commented(response('theirs', 'all')),
  WHITE,
);

const planned = (changes: Change[], from: Config = before): Config => {
  const plan = planChanges(from, changes);
  if (!plan.ok) throw new Error(JSON.stringify(plan.refused));
  return plan.after;
};

const ask = (limits: Partial<Limits>, after: Config, whole = false) =>
  refuseByLimits({ ...NO_LIMITS, ...limits }, { before, after, whole })?.message ?? null;

describe('may not use location all', () => {
  const NO = 'Your account may not use every agent (all).';
  it.each<[string, Change, string | null]>([
    ['a response on all added', { op: 'add-response', response: { command: 'mine', location: 'all', level: 9 } }, NO],
    [
      'one added that is off',
      { op: 'add-response', response: { command: 'mine', location: 'all', level: 9, disabled: true } },
      NO,
    ],
    ['a response put on all', { op: 'edit-response', index: 0, set: { location: 'all' } }, NO],
    ['one on all that fires more', { op: 'edit-response', index: 2, set: { level: 3 } }, NO],
    ['one on all switched on', { op: 'enable-response', index: 3 }, NO],
    ['one on all taken out of its comment', { op: 'enable-response', commented: 1 }, NO],
    ['another program for what runs on all', { op: 'edit-command', name: 'theirs', set: { executable: 'x.sh' } }, NO],
    ['one on all switched off', { op: 'disable-response', index: 2 }, null],
    ['one on all removed', { op: 'remove-response', index: 2 }, null],
    ['one on all that runs on the manager now', { op: 'edit-response', index: 2, set: { location: 'server' } }, null],
    ['a response elsewhere', { op: 'add-response', response: { command: 'mine', location: 'local', level: 9 } }, null],
    ['the white list', { op: 'remove-white-list', address: '192.0.2.1' }, null],
  ])('%s', (_, change, refusal) => {
    expect(ask({ noAll: true }, planned([change]))).toBe(refusal);
    expect(ask({}, planned([change]))).toBe(null);
  });

  it('one may be moved, but not doubled', () => {
    expect(ask({ noAll: true }, file(response('theirs', 'all'), command('theirs')), true)).toBe(null);
    const twice = file(command('theirs'), response('theirs', 'all'), response('theirs', 'all'));
    expect(ask({ noAll: true }, twice, true)).toBe(NO);
  });

  it.each(['any', 'ALL', 'company', 'local,all'])('%s means all, too', (location) => {
    expect(ask({ noAll: true }, file(command('mine'), response('mine', location)), true)).toBe(NO);
  });
});

describe('only these commands', () => {
  const only = { commands: ['mine'] };
  const not = (what: string) => `Your account may change only mine, not ${what}.`;
  it.each<[string, Change, string | null]>([
    ['its own response edited', { op: 'edit-response', index: 0, set: { level: 3 } }, null],
    ['its own response removed', { op: 'remove-response', index: 0 }, null],
    ['its own response switched off', { op: 'disable-response', index: 0 }, null],
    ['its own response switched on', { op: 'enable-response', commented: 0 }, null],
    ['its own response added', { op: 'add-response', response: { command: 'mine', location: 'all' } }, null],
    ['its own command edited', { op: 'edit-command', name: 'mine', set: { executable: 'x.sh' } }, null],
    ['another response edited', { op: 'edit-response', index: 1, set: { level: 3 } }, not('theirs')],
    ['another response removed', { op: 'remove-response', index: 1 }, not('theirs')],
    ['another response switched off', { op: 'disable-response', index: 1 }, not('theirs')],
    ['another response switched on', { op: 'enable-response', index: 3 }, not('theirs')],
    ['another response taken over', { op: 'edit-response', index: 1, set: { command: 'mine' } }, not('theirs')],
    ['its own response given away', { op: 'edit-response', index: 0, set: { command: 'theirs' } }, not('theirs')],
    [
      'another response added',
      { op: 'add-response', response: { command: 'theirs', location: 'local' } },
      not('theirs'),
    ],
    ['another command edited', { op: 'edit-command', name: 'theirs', set: { executable: 'x.sh' } }, not('theirs')],
    ['another command added', { op: 'add-command', command: { name: 'new', executable: 'x.sh' } }, not('new')],
    ['its own command renamed', { op: 'edit-command', name: 'mine', set: { name: 'new' } }, not('new')],
    ['the white list', { op: 'add-white-list', address: '192.0.2.9' }, not('the white list')],
  ])('%s', (_, change, refusal) => {
    expect(ask(only, planned([change]))).toBe(refusal);
    expect(ask({}, planned([change]))).toBe(null);
  });

  it('no command at all changes nothing', () => {
    const after = planned([{ op: 'edit-response', index: 0, set: { level: 3 } }]);
    expect(ask({ commands: [] }, after)).toBe('Your account may change no command, not mine.');
  });

  it('a whole version may bring other lines; changes leave them alone', () => {
    const text = before.tree.text.replace('</ossec_config>', '<logging><plain>yes</plain></logging>\n</ossec_config>');
    expect(ask(only, parseConfigText(text), true)).toBe(not('other lines of the file'));
    expect(ask({ noAll: true }, parseConfigText(text), true)).toBe(null);
  });
});

it('the same file is no change, whatever the limits', () => {
  expect(ask({ noAll: true, commands: [] }, before, true)).toBe(null);
});

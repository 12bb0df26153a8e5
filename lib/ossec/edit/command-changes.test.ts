import { describe, expect, it } from 'vitest';
import { planned } from '../fixtures/plan-text.ts';
import {
  commentedOut,
  commentsEverywhere,
  dense,
  emptyRoot,
  emptyRootOnOneLine,
  flat,
  oneLineBlocks,
  plain,
  selfClosedRoot,
  severalRoots,
  windows,
} from '../fixtures/sample-configs.ts';
import type { Change } from './change.ts';

const edit = (set: object, unset: ('extraArgs' | 'timeoutAllowed')[] = [], name = 'drop'): Change => ({
  op: 'edit-command',
  name,
  set,
  unset,
});
const add = (command: object = {}): Change => ({
  op: 'add-command',
  command: { name: 'new', executable: 'new.sh', ...command },
});
const remove = (name: string): Change => ({ op: 'remove-command', name });
const use = (index: number, command: string): Change => ({ op: 'edit-response', index, set: { command } });

describe('editing a command', () => {
  it.each<[string, string, Change, [string, string][]]>([
    ['its executable', plain, edit({ executable: 'x.sh' }), [['firewall-drop', 'x.sh']]],
    ['only that of the right one', plain, edit({ executable: 'x.sh' }, [], 'lock'), [['disable-account', 'x.sh']]],
    [
      'allowing no timeout',
      severalRoots,
      edit({ timeoutAllowed: true }),
      [['drop</executable>', 'drop</executable>\n    <timeout_allowed>yes</timeout_allowed>']],
    ],
    [
      'arguments between their neighbours',
      plain,
      edit({ extraArgs: '-a é' }),
      [['drop</executable>', 'drop</executable>\n    <extra_args>-a é</extra_args>']],
    ],
    [
      'with the file’s tabs and line ends',
      windows,
      edit({ extraArgs: '-a' }),
      [['drop</executable>', 'drop</executable>\r\n\t\t<extra_args>-a</extra_args>']],
    ],
    [
      'on one line',
      flat,
      edit({ extraArgs: '-a' }),
      [['drop</executable>', 'drop</executable><extra_args>-a</extra_args>']],
    ],
    [
      'around comments and attributes',
      commentsEverywhere,
      edit({ executable: 'x.sh', extraArgs: '-v' }),
      [
        ['fire<!-- in a value -->wall', 'x.sh<!-- in a value -->'],
        ['kind="a" />', 'kind="a">-v</extra_args>'],
      ],
    ],
    [
      'a rename, with its responses and not the localfile',
      plain,
      edit({ name: 'drip' }),
      [
        ['<name>drop', '<name>drip'],
        ['    <command>drop</command>\n    <location>local', '    <command>drip</command>\n    <location>local'],
      ],
    ],
    [
      'a rename, with those in comments',
      commentedOut,
      edit({ name: 'drip' }),
      [
        ['<name>drop', '<name>drip'],
        ['<command>drop', '<command>drip'],
        ['<command>drop', '<command>drip'],
        ['<command>drop', '<command>drip'],
      ],
    ],
    [
      'unset',
      plain.replace('<timeout>600</timeout>', ''),
      edit({}, ['timeoutAllowed']),
      [['\n    <timeout_allowed>yes</timeout_allowed>', '']],
    ],
    [
      'unset on one line',
      oneLineBlocks,
      edit({}, ['timeoutAllowed']),
      [['<timeout_allowed>yes</timeout_allowed>', '']],
    ],
    [
      'the last of repeated tags',
      plain.replace('<name>drop', '<executable>old</executable>\n    <name>drop'),
      edit({ executable: 'x' }),
      [['firewall-drop', 'x']],
    ],
    [
      'nothing where it says so already',
      plain,
      edit({ name: 'drop', executable: 'firewall-drop', timeoutAllowed: true }),
      [],
    ],
    ['no line for the default', severalRoots, edit({ timeoutAllowed: false }), []],
  ])('%s', (_, before, change, replacements) => {
    const after = replacements.reduce((text, [old, now]) => text.replace(old, now), before);
    expect(planned(before, change)).toBe(after);
  });

  it('renames a command and its response although its timeout was dropped long before', () => {
    const before = severalRoots.replace('<location>local</location>', '<location>local</location><timeout>9</timeout>');
    expect(planned(before, edit({ name: 'drip' }))).toBe(
      before.replace('<name>drop', '<name>drip').replace('<command>drop', '<command>drip'),
    );
  });

  it('swaps two names in one draft', () => {
    const after = planned(
      plain,
      edit({ name: 'x' }),
      edit({ name: 'drop' }, [], 'lock'),
      edit({ name: 'lock' }, [], 'x'),
    );
    expect(after).toContain('<name>lock</name>\n    <executable>firewall-drop');
    expect(after).toContain('<command>lock</command>\n    <location>local');
    expect(after).toContain('<command>drop</command>\n    <location>server');
  });
});

const block = `  <command>
    <name>new</name>
    <executable>new.sh</executable>
    <timeout_allowed>no</timeout_allowed>
  </command>
`;
const putAbove = (text: string, anchor: string, put: string) => text.replace(anchor, () => put + anchor);

describe('adding a command', () => {
  it.each<[string, string, Change[], string]>([
    [
      'behind the last one',
      plain,
      [add({ timeoutAllowed: false })],
      putAbove(plain, '  <!-- Responses -->', `${block}\n`),
    ],
    [
      'without blank lines where there are none',
      dense,
      [add({ timeoutAllowed: false })],
      putAbove(dense, '  <!-- Responses -->', block),
    ],
    [
      'with tabs and CRLF',
      windows,
      [add({ timeoutAllowed: false })],
      putAbove(windows, '\t<!-- Responses -->', `${block.replace(/ {2}/g, '\t').replace(/\n/g, '\r\n')}\r\n`),
    ],
    [
      'as one line',
      oneLineBlocks,
      [add()],
      putAbove(
        oneLineBlocks,
        '  <active-response>',
        '  <command><name>new</name><executable>new.sh</executable></command>\n',
      ),
    ],
    [
      'into one line',
      flat,
      [add()],
      putAbove(flat, '<active-response>', '<command><name>new</name><executable>new.sh</executable></command>'),
    ],
    ['into an empty root', emptyRoot, [add({ timeoutAllowed: false })], `<ossec_config>\n${block}</ossec_config>\n`],
    [
      'into an empty root on one line',
      emptyRootOnOneLine,
      [add({ timeoutAllowed: false })],
      `<ossec_config>\n${block}</ossec_config>\n`,
    ],
    [
      'into a root that closes itself',
      selfClosedRoot,
      [add({ timeoutAllowed: false })],
      `<ossec_config>\n${block}</ossec_config>\n`,
    ],
    [
      'into a root that closes itself with a blank',
      '<ossec_config />\n',
      [add({ timeoutAllowed: false })],
      `<ossec_config >\n${block}</ossec_config>\n`,
    ],
    [
      'above its first user, though other commands stand below',
      severalRoots,
      [add({ timeoutAllowed: false }), use(0, 'new')],
      putAbove(severalRoots, '  <active-response>', block).replace('<command>drop', '<command>new'),
    ],
  ])('%s', (_, text, changes, after) => {
    expect(planned(text, ...changes)).toBe(after);
  });

  it('stands above a comment that the draft switches on, and a response that it removes is no neighbour', () => {
    const off =
      '<ossec_config>\n  <!-- <active-response><command>a</command><location>local</location></active-response> -->\n</ossec_config>\n';
    const enabled = planned(off, add(), {
      op: 'edit-response',
      commented: 0,
      set: { command: 'new' },
      unset: ['disabled'],
    });
    expect(enabled.indexOf('<name>new')).toBeLessThan(enabled.indexOf('<active-response>'));

    const refused =
      '<ossec_config>\n  <sca/>\n\n  <active-response>\n    <command>a</command>\n  </active-response>\n</ossec_config>\n';
    expect(planned(refused, { op: 'remove-response', index: 0 }, add({ timeoutAllowed: false }))).toBe(
      `<ossec_config>\n  <sca/>\n\n${block}</ossec_config>\n`,
    );
  });
});

describe('removing a command', () => {
  const [drop, lock] = plain.split('  <!-- Commands -->\n')[1]?.split('\n\n') ?? [];

  it.each<[string, string, Change[], string]>([
    [
      'with its response',
      plain,
      [{ op: 'remove-response', index: 1 }, remove('lock')],
      plain
        .replace(`\n${lock}\n`, '')
        .replace(/\n {2}<active-response>\n {4}<command>lock[\s\S]*?<\/active-response>\n/, ''),
    ],
    [
      'the first of two',
      plain,
      [use(0, 'lock'), { op: 'edit-response', index: 0, set: {}, unset: ['timeout'] }, remove('drop')],
      plain
        .replace(`${drop}\n`, '')
        .replace('    <command>drop</command>\n    <location>l', '    <command>lock</command>\n    <location>l')
        .replace('    <timeout>600</timeout>\n', ''),
    ],
    [
      'the only thing in a root',
      severalRoots,
      [remove('late')],
      severalRoots.replace(/ {2}<command>\n {4}<name>late[\s\S]*?<\/command>\n/, ''),
    ],
    [
      'inside one line',
      flat,
      [{ op: 'remove-response', index: 1 }, remove('lock')],
      flat
        .replace(/<command><name>lock.*?<\/command>/, '')
        .replace(/<active-response><command>lock.*?<\/active-response>/, ''),
    ],
  ])('%s', (_, text, changes, after) => {
    expect(planned(text, ...changes)).toBe(after);
  });

  it('a second one of the same name by its index, in use or not', () => {
    const twice = plain.replace('<name>lock', '<name>drop').replace('<command>lock', '<command>drop');
    const after = planned(twice, { op: 'remove-command', name: 'drop', index: 1 });
    expect(after).toBe(
      twice.replace(/\n {2}<command>\n {4}<name>drop<\/name>\n {4}<executable>disable[\s\S]*?<\/command>\n/, ''),
    );
  });
});

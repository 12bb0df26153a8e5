import { describe, expect, it } from 'vitest';
import { planned } from '../fixtures/plan-text.ts';
import {
  commentedOut,
  commentsEverywhere,
  dense,
  flat,
  oneLineBlocks,
  plain,
  severalRoots,
  windows,
} from '../fixtures/sample-configs.ts';
import { parseConfigText } from '../index.ts';
import { LOCATIONS } from '../model/config-model.ts';
import type { Change } from './change.ts';

const edit = (index: number, set: object, unset: string[] = []): Change =>
  ({ op: 'edit-response', index, set, unset }) as Change;
const add = (fields: object = {}): Change => ({
  op: 'add-response',
  response: { command: 'drop', location: 'local', ...fields },
});
const remove = (...indices: number[]): Change[] => indices.map((index) => ({ op: 'remove-response', index }));
const swap = (text: string, ...pairs: [string, string][]) =>
  pairs.reduce((now, [a, b]) => now.replace(a, () => b), text);

describe('a block of repeated_offenders alone', () => {
  it('can be saved as it is, though it names no command', () => {
    const text = plain.replace(
      '</ossec_config>',
      '<active-response><repeated_offenders>30</repeated_offenders></active-response></ossec_config>',
    );
    const index = parseConfigText(text).model.responses.length - 1;
    expect(planned(text, edit(index, { disabled: false }))).toBe(text);
    expect(planned(text, { op: 'enable-response', index })).toBe(text);
  });
});

describe('editing a response', () => {
  it.each<[string, string, Change, [string, string][]]>([
    ['command', plain, edit(1, { command: 'drop' }), [['<command>lock', '<command>drop']]],
    [
      'location, away from where the only response ran',
      plain,
      edit(0, { location: 'server' }),
      [['<location>local', '<location>server']],
    ],
    [
      'location and agent',
      plain,
      edit(1, { location: 'defined-agent', agentId: '007' }),
      [['<location>server</location>', '<location>defined-agent</location>\n    <agent_id>007</agent_id>']],
    ],
    ['level, changed', plain, edit(1, { level: 9 }), [['<level>12', '<level>9']]],
    ['level, set', plain, edit(0, { level: 9 }), [['local</location>', 'local</location>\n    <level>9</level>']]],
    ['level, unset', plain, edit(1, {}, ['level']), [['    <level>12</level>\n', '']]],
    ['rules by number, changed', plain, edit(0, { rulesId: [1, 2, 3] }), [['5710, 5712', '1,2,3']]],
    ['rules by number, as they are but for a blank', plain, edit(0, { rulesId: [5710, 5712] }), []],
    ['rules by number, none', plain, edit(0, { rulesId: [] }), [['    <rules_id>5710, 5712</rules_id>\n', '']]],
    [
      'groups as names',
      plain,
      edit(0, { rulesGroup: ['sshd', 'web'] }),
      [['local</location>', 'local</location>\n    <rules_group>sshd,|web,</rules_group>']],
    ],
    [
      'groups as a pattern',
      plain,
      edit(1, { rulesGroup: '^sshd,' }),
      [['12</level>', '12</level>\n    <rules_group>^sshd,</rules_group>']],
    ],
    ['timeout, changed', plain, edit(0, { timeout: 60 }), [['<timeout>600', '<timeout>60']]],
    ['timeout, unset', plain, edit(0, {}, ['timeout']), [['    <timeout>600</timeout>\n', '']]],
    [
      'the agent of a response that needs none',
      plain,
      edit(0, { agentId: '1' }),
      [['local</location>', 'local</location>\n    <agent_id>1</agent_id>']],
    ],
    [
      'CRLF and tabs',
      windows,
      edit(1, { level: 1, rulesId: [7] }),
      [['<level>12</level>', '<level>1</level>\r\n\t\t<rules_id>7</rules_id>']],
    ],
    ['on one line', flat, edit(1, { timeout: 0 }, ['level']), [['<level>9</level>', '<timeout>0</timeout>']]],
    ['a tag that closes itself', commentsEverywhere, edit(0, { level: 3 }), [['<level/>', '<level>3</level>']]],
    [
      'behind a comment on the line',
      commentsEverywhere,
      edit(0, { agentId: '7' }),
      [['<!-- where -->', '<!-- where -->\n    <agent_id>7</agent_id>']],
    ],
    [
      'a tag alone, its comment stays',
      commentsEverywhere,
      edit(0, {}, ['level', 'rulesId']),
      [
        ['    <level/>\n', ''],
        ['    <rules_id>5710</rules_id>\n', ''],
      ],
    ],
    [
      'the last of repeated tags',
      plain.replace('<level>', '<level>3</level><level>'),
      edit(1, { level: 4 }),
      [['<level>12', '<level>4']],
    ],
    [
      'all of repeated tags, when unset',
      plain.replace('<level>', '<level>3</level><level>'),
      edit(1, {}, ['level']),
      [['<level>3</level><level>12</level>', '']],
    ],
    [
      'inside a comment',
      commentedOut,
      { op: 'edit-response', commented: 1, set: { timeout: 5 } },
      [['<timeout>60<', '<timeout>5<']],
    ],
  ])('%s', (_, before, change, replacements) => {
    // Half of a line may be left where two tags shared it.
    expect(planned(before, change).replace(/^ +\n/gm, '')).toBe(swap(before, ...replacements).replace(/^ +\n/gm, ''));
  });

  it('takes the last of several values, and none when it is back where it was', () => {
    expect(planned(plain, edit(1, { level: 3 }), edit(1, { level: 4 }))).toBe(plain.replace('>12<', '>4<'));
    expect(planned(plain, edit(1, { level: 3 }), edit(1, { level: 12 }))).toBe(plain);
    expect(planned(plain, edit(0, { rulesId: [1] }), edit(0, { rulesId: [5710, 5712] }))).toBe(
      plain.replace('5710, 5712', '5710,5712'),
    );
  });

  it('mends a file that the manager refuses', () => {
    const broken = plain.replace('<level>12', '<level>high');
    expect(parseConfigText(broken).verdict.accepted).toBe(false);
    expect(planned(broken, edit(1, { level: 12 }))).toBe(plain);
  });
});

const last = `  <active-response>
    <command>lock</command>
    <location>server</location>
    <level>12</level>
  </active-response>
`;
const block = (location: string, more = '') => `  <active-response>
    <command>drop</command>
    <location>${location}</location>
${more}  </active-response>
`;

describe('adding a response', () => {
  it.each(LOCATIONS)('with location %s, behind the last one', (location) => {
    const agent = location === 'defined-agent' ? { agentId: '007' } : {};
    const line = location === 'defined-agent' ? '    <agent_id>007</agent_id>\n' : '';
    expect(planned(plain, add({ location, ...agent }))).toBe(plain.replace(last, `${last}\n${block(location, line)}`));
    expect(planned(dense, add({ location, ...agent }))).toBe(dense.replace(last, last + block(location, line)));
  });

  it('with every field, in a fixed order', () => {
    const fields = { timeout: 60, rulesId: [5710, 5712], rulesGroup: ['sshd'], level: 7 };
    const lines =
      '    <level>7</level>\n    <rules_group>sshd,</rules_group>\n    <rules_id>5710,5712</rules_id>\n    <timeout>60</timeout>\n';
    expect(planned(plain, add(fields))).toBe(plain.replace(last, `${last}\n${block('local', lines)}`));
  });

  it('in the layout of its neighbours', () => {
    const one = '<active-response><command>drop</command><location>local</location></active-response>';
    expect(planned(flat, add())).toBe(flat.replace('</ossec_config>', `${one}</ossec_config>`));
    expect(planned(oneLineBlocks, add())).toBe(oneLineBlocks.replace('</ossec_config>', `  ${one}\n</ossec_config>`));
    const crlf = (text: string) => text.replace(/ {2}/g, '\t').replace(/\n/g, '\r\n');
    expect(planned(windows, add())).toBe(windows.replace(crlf(last), crlf(`${last}\n${block('local')}`)));
  });

  it('never above its command, though the last response stands there', () => {
    const after = planned(severalRoots, add({ command: 'late' }));
    expect(after).toBe(
      severalRoots.replace(
        /<\/command>\n<\/ossec_config>\n$/,
        `</command>\n\n${block('local').replace('drop', 'late')}</ossec_config>\n`,
      ),
    );
  });

  it('behind a comment that follows the block on its line', () => {
    const after = planned(commentsEverywhere, add());
    expect(after).toBe(
      commentsEverywhere.replace('<!-- behind the response -->\n', `<!-- behind the response -->\n\n${block('local')}`),
    );
  });

  it('switched off, inside a comment', () => {
    const after = planned(plain, add({ disabled: true }));
    expect(after).toBe(plain.replace(last, `${last}\n  <!-- Switched off with Riposte\n${block('local')}  -->\n`));
    expect(parseConfigText(after).model.commented).toHaveLength(1);
  });

  it('together with its command, in a file that had none', () => {
    const command: Change = { op: 'add-command', command: { name: 'drop', executable: 'x' } };
    const text = '  <command>\n    <name>drop</name>\n    <executable>x</executable>\n  </command>\n';
    expect(planned('<ossec_config/>\n', command, add())).toBe(
      `<ossec_config>\n${text}${block('local')}</ossec_config>\n`,
    );
  });
});

describe('removing responses', () => {
  const three = plain.replace(last, `${last}\n${block('all')}`);

  it.each<[string, string, number[], string]>([
    [
      'the first',
      three,
      [0],
      three.replace(/ {2}<active-response>\n {4}<command>drop[\s\S]*?<\/active-response>\n/, ''),
    ],
    ['the middle', three, [1], three.replace(`${last}\n`, '')],
    ['the last', three, [2], plain],
    ['two neighbours', three, [1, 2], plain.replace(`${last}\n`, '')],
    [
      'all of them, in any order',
      three,
      [2, 0, 1],
      plain.replace(/ {2}<active-response>[\s\S]*<\/active-response>\n/, ''),
    ],
    [
      'the last thing of a root',
      severalRoots,
      [0],
      severalRoots.replace(/ {2}<active-response>[\s\S]*?<\/active-response>\n/, ''),
    ],
    ['on one line', flat, [0], flat.replace(/<active-response>.*?<\/active-response>/, '')],
    ['without blank lines', dense, [1], dense.replace(last, '')],
    [
      'before a comment on the line, which stays',
      commentsEverywhere,
      [0],
      commentsEverywhere.replace(/<active-response >[\s\S]*<\/active-response>/, ''),
    ],
  ])('%s', (_, before, indices, after) => {
    expect(planned(before, ...remove(...indices))).toBe(after);
  });

  it('neighbours at the end of a root, which share a blank line', () => {
    const text = `<ossec_config>\n  <command>\n    <name>drop</name>\n    <executable>x</executable>\n  </command>\n\n${block('local')}\n${block('all')}\n${block('server')}</ossec_config>\n`;
    const after = text.replace(`\n${block('all')}\n${block('server')}`, '');
    expect(planned(text, ...remove(1, 2))).toBe(after);
    expect(planned(text, ...remove(1, 2), add({ level: 3 }))).toBe(
      text.replace(`${block('all')}\n${block('server')}`, block('local', '    <level>3</level>\n')),
    );
  });

  it('a block that closes itself with a blank, whole', () => {
    const text = plain.replace('  <localfile>', '  <active-response />\n\n  <localfile>');
    expect(planned(text, ...remove(2))).toBe(plain);
  });

  it('one in a comment, with the comment', () => {
    expect(planned(commentedOut, { op: 'remove-response', commented: 0 })).toBe(
      commentedOut.replace(/ {2}<!-- <active[\s\S]*?-->\n\n/, ''),
    );
  });
});

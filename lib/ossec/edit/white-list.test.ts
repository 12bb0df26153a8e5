import { describe, expect, it } from 'vitest';
import { planned } from '../fixtures/plan-text.ts';
import { emptyRoot, flat, plain, windows } from '../fixtures/sample-configs.ts';
import type { Change } from './change.ts';

const add = (address: string): Change => ({ op: 'add-white-list', address });
const remove = (address: string): Change => ({ op: 'remove-white-list', address });
const entry = (address: string) => `<white_list>${address}</white_list>`;
const [one, two] = [entry('127.0.0.1'), entry('10.1.0.0/16')];

describe('the white list', () => {
  it.each<[string, string, Change[], [string, string][]]>([
    [
      'adds behind the last entry',
      plain,
      [add('192.0.2.1'), add('^fe80::1$')],
      [[two, `${two}\n    ${entry('192.0.2.1')}\n    ${entry('^fe80::1$')}`]],
    ],
    ['adds in the file’s own layout', windows, [add('192.0.2.1')], [[two, `${two}\r\n\t\t${entry('192.0.2.1')}`]]],
    [
      'adds behind a comment on the line',
      plain.replace(two, `${two} <!-- lab -->`),
      [add('a')],
      [['<!-- lab -->', `<!-- lab -->\n    ${entry('a')}`]],
    ],
    ['adds nothing that is there', plain, [add('127.0.0.1')], []],
    ['removes an entry with its line', plain, [remove('127.0.0.1')], [[`    ${one}\n`, '']]],
    [
      'removes every copy',
      plain.replace(two, one),
      [remove('127.0.0.1')],
      [[/ {2}<global>[\s\S]*<\/global>\n\n/.exec(plain)?.[0].replace(two, one) ?? '', '']],
    ],
    ['replaces the last entry', plain, [remove('10.1.0.0/16'), add('a')], [[two, entry('a')]]],
    [
      'replaces all entries, keeping their block',
      plain,
      [remove('10.1.0.0/16'), remove('127.0.0.1'), add('a')],
      [[`${one}\n    ${two}`, entry('a')]],
    ],
    [
      'takes a block out that would be empty',
      plain,
      [remove('10.1.0.0/16'), remove('127.0.0.1')],
      [[/ {2}<global>[\s\S]*<\/global>\n\n/.exec(plain)?.[0] ?? '', '']],
    ],
    ['changes its mind', plain, [remove('127.0.0.1'), add('127.0.0.1'), add('a'), remove('a')], []],
    [
      'starts a block',
      emptyRoot,
      [add('a'), add('b')],
      [['<ossec_config>\n', `<ossec_config>\n  <global>\n    ${entry('a')}\n    ${entry('b')}\n  </global>\n`]],
    ],
    [
      'starts a block on one line',
      flat,
      [add('a')],
      [['</ossec_config>', `<global>${entry('a')}</global></ossec_config>`]],
    ],
    [
      'removes an empty entry, which matches everything',
      plain.replace(one, '<white_list />'),
      [remove('')],
      [['    <white_list />\n', '']],
    ],
  ])('%s', (_, before, changes, replacements) => {
    const after = replacements.reduce((text, [old, now]) => text.replace(old, () => now), before);
    expect(planned(before, ...changes)).toBe(after);
  });
});

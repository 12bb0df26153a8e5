import { expect, it } from 'vitest';
import { parseConfigText } from '../ossec/index.ts';
import { entriesAfter, listEntries } from './white-list-rows.ts';

const entries = (...addresses: string[]) =>
  parseConfigText(
    `<ossec_config>\n<global>\n${addresses.map((one) => `<white_list>${one}</white_list>\n`).join('')}</global>\n</ossec_config>\n`,
  ).model;

it('lists the file in its order, what the draft removes in its place, what it adds last', () => {
  const list = listEntries(entries('127.0.0.1', '10.0.0.1', '10.0.0.2', '10.0.0.1'), [
    { id: 'r', change: { op: 'remove-white-list', address: '10.0.0.1' } },
    { id: 'a', change: { op: 'add-white-list', address: '192.0.2.1' } },
    { id: 'o', change: { op: 'remove-response', index: 0 } },
  ]);
  expect(list.map(({ address, mark, changeId, lines }) => [address, mark, changeId, lines])).toEqual([
    ['127.0.0.1', null, null, [3]],
    ['10.0.0.1', '-', 'r', [4, 6]],
    ['10.0.0.2', null, null, [5]],
    ['192.0.2.1', '+', 'a', []],
  ]);
  expect(entriesAfter(list)).toEqual(['127.0.0.1', '10.0.0.2', '192.0.2.1']);
});

it('says which entry covers another, once for a pair, and not by one that goes', () => {
  const model = entries('10.0.0.5', '10.0.0.0/24', '10.0.0.0/255.255.255.0', '^10.');
  const coversOf = (changes: Parameters<typeof listEntries>[1]) =>
    listEntries(model, changes).map(({ coveredBy }) => coveredBy);
  expect(coversOf([])).toEqual(['10.0.0.0/24', null, '10.0.0.0/24', null]);
  expect(coversOf([{ id: 'r', change: { op: 'remove-white-list', address: '10.0.0.0/24' } }])).toEqual([
    '10.0.0.0/255.255.255.0',
    null,
    null,
    null,
  ]);
});

import { describe, expect, it } from 'vitest';
import { type Change, parseConfig } from '../ossec/index.ts';
import { rebaseChanges } from './rebase-changes.ts';

const command = (name: string, executable = name) =>
  `<command><name>${name}</name><executable>${executable}</executable></command>`;
const response = (level: number) =>
  `<active-response><command>a</command><location>local</location><level>${level}</level></active-response>`;
const file = (...blocks: string[]) =>
  parseConfig(Buffer.from(`<ossec_config>\n${[command('a'), ...blocks].join('\n')}\n</ossec_config>\n`));

const remove = (index: number): Change => ({ op: 'remove-response', index });
const removeCommand = (name: string, index?: number): Change => ({ op: 'remove-command', name, index });
const off = (text: string) => `<!-- ${text} -->`;

/** Where the change goes in the new file; null for a conflict. */
function rebased(change: Change, before: string[], after: string[]) {
  const [one] = rebaseChanges([{ id: 'x', change, madeAt: 0 }], file(...before), file(...after));
  return one?.conflict === null ? one.change : null;
}

describe('a change of a response', () => {
  it.each<[string, string[], string[], number, number | null]>([
    ['stays where nothing moved', [response(1), response(2)], [response(1), response(2)], 1, 1],
    ['follows a block that moved down', [response(1), response(2)], [response(9), response(1), response(2)], 0, 1],
    ['follows a block that moved up', [response(1), response(2)], [response(2)], 1, 0],
    ['is a conflict where the block was changed', [response(1), response(2)], [response(1), response(3)], 1, null],
    ['is a conflict where the block was removed', [response(1), response(2)], [response(1)], 1, null],
    ['tells twins by their order', [response(1), response(1)], [response(9), response(1), response(1)], 1, 2],
    [
      'does not take the first twin for the second',
      [response(1), response(1)],
      [response(9), response(1), response(1)],
      0,
      1,
    ],
    ['is a conflict when one of two twins is gone', [response(1), response(1)], [response(1)], 0, null],
    ['is a conflict when the block got a twin', [response(1)], [response(1), response(1)], 0, null],
  ])('%s', (_, before, after, index, expected) => {
    expect(rebased(remove(index), before, after)).toEqual(expected === null ? null : remove(expected));
  });

  it('inside a comment follows its comment', () => {
    const change: Change = { op: 'enable-response', commented: 0 };
    const after = [off(response(2)), off(response(1))];
    expect(rebased(change, [off(response(1))], after)).toEqual({ ...change, commented: 1 });
    expect(rebased(change, [off(response(1))], [response(1)])).toBeNull();
  });
});

describe('a change of a command', () => {
  it('follows its block, and is a conflict once that was changed', () => {
    expect(rebased(removeCommand('b'), [command('b')], [command('c'), command('b')])).toEqual(removeCommand('b'));
    expect(rebased(removeCommand('b'), [command('b')], [command('b', 'other')])).toBeNull();
  });

  it('is a conflict when another one of its name stands above now', () => {
    expect(rebased(removeCommand('b'), [command('b')], [command('b', 'other'), command('b')])).toBeNull();
  });

  it('that counts among namesakes counts anew', () => {
    const before = [command('b'), command('b', 'second')];
    expect(rebased(removeCommand('b', 2), before, [command('c'), ...before])).toEqual(removeCommand('b', 3));
  });
});

it('what adds something goes anywhere', () => {
  const change: Change = { op: 'add-response', response: { command: 'a', location: 'local' } };
  expect(rebased(change, [response(1)], [])).toEqual(change);
});

it('without the file they were made on, changes of blocks are conflicts and additions are not', () => {
  const add: Change = { op: 'add-white-list', address: '10.0.0.1' };
  const changes = [remove(0), removeCommand('a'), add].map((change, at) => ({ id: String(at), change, madeAt: 0 }));
  const conflicts = rebaseChanges(changes, null, file(response(1))).map(({ conflict }) => conflict !== null);
  expect(conflicts).toEqual([true, true, false]);
});

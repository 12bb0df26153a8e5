import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryChange } from '../ossec/fixtures/arbitrary-changes.ts';
import { arbitraryConfig } from '../ossec/fixtures/arbitrary-config.ts';
import { holdsFor } from '../ossec/fixtures/law.ts';
import { samples } from '../ossec/fixtures/sample-configs.ts';
import type { Change } from '../ossec/index.ts';
import { parseConfigText, planChanges } from '../ossec/index.ts';
import { addToDraft } from './change-draft.ts';
import type { DraftChange } from './draft.ts';
import { changesOf, makeWorkspace } from './fixtures/made-workspace.ts';
import { inOrder, mergeChange, renameInDraft, targetOf } from './merge-change.ts';
import { takeBack } from './take-back.ts';

const asDraft = (changes: readonly Change[]): DraftChange[] =>
  changes.map((change, at) => ({ id: String(at), change, madeAt: at }));
const merged = (...changes: Change[]): Change[] =>
  asDraft(changes)
    .reduce<DraftChange[]>(mergeChange, [])
    .map(({ change }) => JSON.parse(JSON.stringify(change)));

const edit = (set: object, unset?: string[]): Change => ({ op: 'edit-response', index: 1, set, unset }) as Change;
const off: Change = { op: 'disable-response', index: 1 };
const on: Change = { op: 'enable-response', index: 1 };
const remove: Change = { op: 'remove-response', index: 1 };
const plain = (change: Change): Change => JSON.parse(JSON.stringify(change));

describe('one more change of the same block', () => {
  it.each<[string, Change[], Change[]]>([
    [
      'a later edit wins field by field',
      [edit({ level: 3, timeout: 5 }), edit({ level: 4 })],
      [edit({ level: 4, timeout: 5 })],
    ],
    ['removing a field takes its value back', [edit({ level: 3 }), edit({}, ['level'])], [edit({}, ['level'])]],
    ['giving a field takes its removal back', [edit({}, ['level']), edit({ level: 3 })], [edit({ level: 3 })]],
    ['opposite switches cancel', [off, on], []],
    ['so do they the other way round', [on, off], []],
    ['the same switch twice is one', [off, off], [off]],
    ['an edit and a switch stand side by side', [edit({ level: 3 }), off], [edit({ level: 3 }), off]],
    ['a removal replaces an edit and a switch', [edit({ level: 3 }), off, remove], [remove]],
    ['an edit takes a removal back', [remove, edit({ level: 3 })], [edit({ level: 3 })]],
    ['a switch takes a removal back', [remove, off], [off]],
    [
      'an address that is added and removed again is no change',
      [
        { op: 'add-white-list', address: 'a' },
        { op: 'remove-white-list', address: 'a' },
      ],
      [],
    ],
    [
      'blocks inside comments count on their own',
      [remove, { op: 'remove-response', commented: 1 }],
      [remove, { op: 'remove-response', commented: 1 }],
    ],
  ])('%s', (_, given, expected) => {
    expect(merged(...given)).toEqual(expected.map(plain));
  });
});

it('commands come before what uses them, and go after it', () => {
  const ops = ['remove-command', 'add-response', 'remove-response', 'edit-response', 'add-command', 'edit-command'];
  const draft = ops.map((op, at) => ({ id: String(at), change: { op } as Change, madeAt: at }));
  expect(inOrder(draft).map(({ change }) => change.op)).toEqual([...ops].reverse());
});

it('a new name reaches added and edited responses that use the old one, and no other', () => {
  const draft = asDraft([
    { op: 'add-response', response: { command: 'a', location: 'local' } },
    { op: 'add-response', response: { command: 'b', location: 'local' } },
    edit({ command: 'a' }),
    edit({ level: 3 }),
  ]);
  const names = renameInDraft(draft, 'a', 'z').map(({ change }) =>
    change.op === 'add-response' ? change.response.command : change.op === 'edit-response' && change.set.command,
  );
  expect(names).toEqual(['z', 'b', 'z', undefined]);
});

/** Keys of what may stand in a draft once: an edit, a switch or a removal of a block. */
const kindOf = ({ op }: Change) => (/^(disable|enable)/.test(op) ? 'switch' : op.replace(/-.*/, ''));
function assertOneEach(changes: readonly Change[]) {
  const keys = changes.flatMap((change) => (targetOf(change) === null ? [] : `${targetOf(change)} ${kindOf(change)}`));
  expect(new Set(keys).size).toBe(keys.length);
  const removed = changes.filter(({ op }) => op.startsWith('remove-') && op !== 'remove-white-list').map(targetOf);
  for (const target of removed) expect(changes.filter((one) => targetOf(one) === target)).toHaveLength(1);
}

it('whatever is added and taken back, the stored draft plans, with one change for one block', () => {
  const texts = fc.oneof(fc.constantFrom(...Object.values(samples)), arbitraryConfig);
  const steps = (text: string) =>
    fc.array(fc.tuple(arbitraryChange(parseConfigText(text).model), fc.nat(9)), { minLength: 3, maxLength: 12 });
  let saved = 0;
  let undone = 0;
  holdsFor(
    texts.chain((text) => fc.tuple(fc.constant(text), steps(text))),
    120,
    ([text, list]) => {
      const made = makeWorkspace(text);
      for (const [change, die] of list) {
        const before = changesOf(made.load());
        const ids = made.load().draft?.changes.map(({ id }) => id) ?? [];
        const isUndo = die < 3 && ids.length > 0;
        const outcome = isUndo
          ? takeBack(made.load(), [ids[die % ids.length] ?? ''])
          : addToDraft(made.load(), [change]);
        const { draft, config } = made.load();
        if (outcome.status === 'refused') expect(changesOf(made.load())).toEqual(before);
        else if (isUndo) undone++;
        else saved++;
        assertOneEach(changesOf(made.load()));
        expect(draft?.changes.every(({ conflict }) => conflict === null)).toBe(true);
        expect(config && planChanges(config, changesOf(made.load())).ok).toBe(true);
      }
      made.database.close();
    },
  );
  expect(saved).toBeGreaterThan(150);
  expect(undone).toBeGreaterThan(40);
});

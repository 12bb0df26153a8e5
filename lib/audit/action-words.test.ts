import { expect, it } from 'vitest';
import { actionsCalled, actionWords, detailWords, placeOf } from './action-words.ts';

it('an action is told in words, an unknown one as it is', () => {
  expect(['apply-keep', 'finding-muted', 'new-thing', 'constructor'].map(actionWords)).toEqual([
    'Kept the changes',
    'Muted a finding',
    'new-thing',
    'constructor',
  ]);
});

it('an action is found by a word of it', () => {
  expect(actionsCalled('MUTED')).toEqual(['finding-muted', 'finding-unmuted']);
  expect(actionsCalled('zebra')).toEqual([]);
});

it('facts become phrases: hashes short, repeated words counted, what says nothing left out', () => {
  const detail = {
    ...{ apply: 7, newSha256: 'ab'.repeat(32), ops: ['add-command', 'remove-response', 'remove-response'] },
    ...{ undo: true, restart: false, note: '', takenBack: 2, reason: 'known host', somethingElse: { a: 1 } },
  };
  expect(detailWords(detail)).toEqual([
    'file abababababab',
    'operations add-command, remove-response × 2',
    'undo',
    'taken back 2',
    'reason known host',
    'something else {"a":1}',
  ]);
});

it('an endless text is cut', () => {
  expect(detailWords({ reason: 'x'.repeat(9999) })[0]).toHaveLength('reason '.length + 300);
});

it('an entry leads to its apply or its revision', () => {
  expect(placeOf({ detail: { apply: 7, revision: 3 } })).toEqual({ href: '/apply/7', words: 'Apply 7' });
  expect(placeOf({ detail: { revision: 3 } })).toMatchObject({ words: 'Revision 3' });
  expect(placeOf({ detail: { apply: '//evil.example' } })).toBeNull();
});

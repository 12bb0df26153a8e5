import { expect, test } from 'vitest';
import { draftWords, revisionBadges } from './revision-words';

const badges = (over: Partial<Parameters<typeof revisionBadges>[0]>) =>
  revisionBadges({ fate: 'kept', running: false, onDisk: false, ...over }).map(({ words }) => words);

test('a badge only where there is something to say', () => {
  expect(badges({})).toEqual([]);
  expect(badges({ fate: 'first' })).toEqual([]);
  expect(badges({ running: true, onDisk: true })).toEqual(['Running']);
  expect(badges({ fate: 'outside', onDisk: true })).toEqual(['On disk', 'Outside']);
  expect(badges({ fate: 'not-kept' })).toEqual(['Not kept']);
  expect(badges({ fate: 'reverted' })).toEqual(['Reverted']);
});

test('what was saved without a restart is told once', () => {
  expect(badges({ fate: 'saved' })).toEqual(['Not restarted']);
  expect(badges({ fate: 'saved', onDisk: true })).toEqual(['On disk']);
  expect(badges({ fate: 'saved', running: true, onDisk: true })).toEqual(['Running']);
});

test('what is under way is not yet told as the file on disk', () => {
  expect(badges({ fate: 'under-way', onDisk: true })).toEqual(['Under way']);
});

test.each([
  [{ count: 3, revision: null }, 'Your 3 changes'],
  [{ count: 1, revision: null }, 'Your 1 change'],
  [{ count: 0, revision: 40 }, 'Your draft from revision 40'],
  [{ count: 2, revision: 40 }, 'Your draft from revision 40 and 2 changes'],
])('a draft of %j is “%s”', (draft, words) => {
  expect(draftWords(draft)).toBe(words);
});

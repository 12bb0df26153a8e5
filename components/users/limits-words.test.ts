import { expect, it } from 'vitest';
import { limitsWords } from './limits-words.ts';

it.each([
  [{ noAll: false, commands: null }, null],
  [{ noAll: true, commands: null }, 'Not every agent (all)'],
  [{ noAll: false, commands: ['mine', 'yours'] }, 'Only mine, yours'],
  [{ noAll: true, commands: [] }, 'Not every agent (all); no command'],
])('%j', (limits, words) => {
  expect(limitsWords(limits)).toBe(words);
});

import { expect, it } from 'vitest';
import { passwordProblem } from './password-policy.ts';

const problem = (password: string) => passwordProblem(password, ['Marta Kowalska', 'mkowalska']);

it.each([
  'four lamps near the harbour',
  'blue lantern walks',
  'Xq7#kfP2!vLm',
  'ein Wort über Käse',
  '日本語のとても長い合言葉',
])('%s is taken', async (password) => {
  expect(await problem(password)).toBeNull();
});

it.each(['', 'short', 'Xq7#kfP2!vL', '🔑🔑🔑🔑🔑🔑'])('%j is too short, counted as people count', async (password) => {
  expect(await problem(password)).toBe('Use at least 12 characters.');
});

it('what is too long is refused before it is looked at', async () => {
  expect(await problem('x'.repeat(257))).toBe('Use at most 256 characters.');
  expect(await problem('x'.repeat(1_000_000))).toBe('Use at most 256 characters.');
});

it.each([
  'password1234',
  '123456789012',
  'qwertyuiopas',
  'aaaaaaaaaaaa',
  'abcabcabcabcabc',
  'iloveyou2023!',
  'x'.repeat(256),
])('%s is among the first that are guessed', async (password) => {
  expect(await problem(password)).toMatch(/easy to guess/);
});

it.each(['Marta Kowalska', 'kowalskamarta', 'mkowalska1234', 'riposteriposte', 'wazuh-manager'])(
  '%s is a name that anybody would try',
  async (password) => {
    expect(await problem(password)).toMatch(/too close to a name/);
  },
);

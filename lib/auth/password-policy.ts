/*
 * Which passwords are taken: long enough, not the person's own words, and not among the first that somebody would guess. Knows
 * no account but the words that belong to it, and keeps nothing.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { MAX_PASSWORD, MIN_PASSWORD } from './password.ts';

/** zxcvbn's scale goes to 4; from 3 on it takes 10^8 guesses or more, each of which costs a scrypt. */
const LEAST_SCORE = 3;
/** What anybody would try first here. */
const OBVIOUS = ['riposte', 'wazuh', 'ossec', 'wazuh-manager', 'active response', 'administrator'];

let guesser: Promise<ZxcvbnFactory> | null = null;

/** Its lists are large, and hardly ever wanted: fetched with the first password that is chosen. */
function loadGuesser(): Promise<ZxcvbnFactory> {
  guesser ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MAX_PASSWORD }),
  );
  return guesser;
}

/** What is wrong with a new password, in words; null when it is good. `own` are the person's names. */
export async function passwordProblem(password: string, own: readonly string[]): Promise<string | null> {
  if ([...password].length < MIN_PASSWORD) return `Use at least ${MIN_PASSWORD} characters.`;
  if (password.length > MAX_PASSWORD) return `Use at most ${MAX_PASSWORD} characters.`;
  const words = own.flatMap((name) => [name, ...name.split(/[\s._@+-]+/)]).filter((word) => word.length > 2);
  const { score, sequence } = (await loadGuesser()).check(password, [...words, ...OBVIOUS]);
  if (score >= LEAST_SCORE) return null;
  const isOwn = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs');
  return isOwn
    ? 'This is too close to a name that anybody would try. Use other words.'
    : 'This is easy to guess. Use a few words that do not belong together.';
}

/*
 * Which passwords are taken. Knows no account but the words that belong to it, and keeps nothing.
 */
import { MAX_PASSWORD, MIN_PASSWORD } from './password.ts';

/** What is wrong with a new password, in words; null when it is good. */
export function passwordProblem(password: string, own: readonly string[]): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return `Use at least ${MIN_PASSWORD} characters.`;
  if (password.length > MAX_PASSWORD) return `Use at most ${MAX_PASSWORD} characters.`;
  const plain = password.trim().toLowerCase();
  if (own.some((word) => word.trim().toLowerCase() === plain)) return 'Use something else than your name.';
  return null;
}

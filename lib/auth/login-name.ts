/*
 * The name that is typed at sign-in: which ones there can be. Pure; the name that people read is people's business.
 */

export const MAX_LOGIN = 64;

/** A sign-in name as it is kept; or what is wrong with it. Plain ASCII, so that no two look alike. */
export function readLogin(text: string): { ok: true; login: string } | { ok: false; problem: string } {
  const login = text.trim().toLowerCase();
  if (login === '') return { ok: false, problem: 'Give a sign-in name.' };
  if (login.length > MAX_LOGIN) return { ok: false, problem: `Use at most ${MAX_LOGIN} characters.` };
  if (!/^[a-z0-9][a-z0-9._@+-]*$/.test(login)) {
    return { ok: false, problem: 'Use letters a to z, digits and . _ @ + -, with a letter or digit first.' };
  }
  return { ok: true, login };
}

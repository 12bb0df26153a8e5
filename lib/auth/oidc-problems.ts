/*
 * Why a sign-in through a provider did not work, in words. Pure. The sign-in page gets the code in its address, so nothing but
 * these words can be made to appear there.
 */

/** `provider` is what its button says. */
type Words = (provider: string) => { message: string; hint: string };

const PROBLEMS = {
  settings: (provider) => ({
    message: `Sign-in with ${provider} is not set up right.`,
    hint: 'The log of Riposte says what is wrong. A password still works.',
  }),
  away: (provider) => ({
    message: `${provider} does not answer.`,
    hint: 'Try again later. A password still works.',
  }),
  cancelled: (provider) => ({
    message: `${provider} did not sign you in.`,
    hint: 'It was cancelled there, or you may not use Riposte. Try again, or ask who runs it.',
  }),
  answer: (provider) => ({
    message: `The answer of ${provider} was refused.`,
    hint: 'It was too old, used already, or not for this browser. Start again from here.',
  }),
  'no-role': (provider) => ({
    message: 'None of your groups may use Riposte.',
    hint: `You are signed in at ${provider}, but no group of yours has a role here. Ask an administrator.`,
  }),
  disabled: () => ({
    message: 'Your account is disabled.',
    hint: 'An administrator of Riposte can enable it again.',
  }),
  'last-admin': (provider) => ({
    message: 'You are the only administrator here, and your groups no longer say so.',
    hint: `Make somebody else an administrator on the server first, or get the group back at ${provider}.`,
  }),
  'other-person': (provider) => ({
    message: `You signed in at ${provider} as somebody else.`,
    hint: 'Your session here goes on as it was. Sign in there as yourself to prove who you are.',
  }),
} satisfies Record<string, Words>;

export type OidcProblem = keyof typeof PROBLEMS;

/** The words of a code from an address; null for everything that is none of ours. */
export function oidcProblemWords(code: unknown, provider: string): { message: string; hint: string } | null {
  if (typeof code !== 'string' || !Object.hasOwn(PROBLEMS, code)) return null;
  return PROBLEMS[code as OidcProblem](provider);
}

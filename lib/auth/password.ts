/*
 * Passwords: how they are kept, compared and refused. The hash is scrypt from Node's own crypto (decision 11). Knows no
 * account and no request.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's second choice, N=2^16 r=8 p=2: 64 MiB, about half a second on a small machine. */
const COST = { N: 2 ** 16, r: 8, p: 2 };
const MEMORY = 160 * 1024 * 1024;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Longer ones are refused before anything is worked out: the work must not be a stranger's to choose. */
export const MAX_PASSWORD = 256;
export const MIN_PASSWORD = 12;

/** The password as it is kept: "scrypt$N$r$p$salt$key", base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await work(password, salt, COST);
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

const work = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  oneAtATime(() => derive(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }));

let last: Promise<unknown> = Promise.resolve();

/** Each takes 128 MiB: a crowd at the door must not take all of the memory. */
function oneAtATime<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}

/**
 * Is it the password? Without a kept one the same work is done, so that the time does not tell which accounts there are. False
 * also for what is too long to be one.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  const [, N, r, p, salt = '', key = ''] = (kept ?? UNKNOWN).split('$');
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await work(password, Buffer.from(salt, 'base64url'), cost);
  return actual.length === expected.length && timingSafeEqual(actual, expected) && kept !== null;
}

const UNKNOWN = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

/** Was it kept with less work than today's? Then it is kept anew at the next sign-in. */
export const isOldHash = (kept: string): boolean => !kept.startsWith(`scrypt$${COST.N}$${COST.r}$${COST.p}$`);

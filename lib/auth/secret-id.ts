/*
 * Secrets that a browser or a mail carries: made from the system's own randomness, kept by their hash. Knows not what for.
 */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits as 43 characters that stand in a cookie or a link as they are. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** How a secret is kept: who reads the database can't use it. No slow hash: nobody guesses 256 bits. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Has it the form of one of ours? Everything else is not even looked for. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/*
 * What the forms of the second factor send: the limits that browser and server share. Whether a code is right is the server's
 * business.
 */
import * as z from 'zod/mini';

const code = z.string().check(z.minLength(1, 'Give a code.'), z.maxLength(60, 'No code is so long.'));

export const codeSchema = z.object({ code });
export const signInCodeSchema = z.object({ code, next: z.string().check(z.maxLength(2000)) });

export type CodeForm = z.output<typeof codeSchema>;
export type SignInCodeForm = z.output<typeof signInCodeSchema>;

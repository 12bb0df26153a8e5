/*
 * What the forms of signing in send: the shapes and limits that browser and server share. Whether a password is good is the
 * server's business.
 */
import * as z from 'zod/mini';
import { MAX_LOGIN, readLogin } from '../auth/login-name.ts';

const MAX_PASSWORD = 256;
const MIN_PASSWORD = 12;

const token = z.string().check(z.maxLength(100));
const next = z.string().check(z.maxLength(2000));
const newPassword = z
  .string()
  .check(
    z.minLength(1, 'Give a password.'),
    z.minLength(MIN_PASSWORD, `Use at least ${MIN_PASSWORD} characters.`),
    z.maxLength(MAX_PASSWORD, `Use at most ${MAX_PASSWORD} characters.`),
  );
const login = z.string().check(
  z.maxLength(MAX_LOGIN * 2),
  z.superRefine((text, context) => {
    const read = readLogin(text);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.problem });
  }),
);

export const signInSchema = z.object({
  login: z.string().check(z.minLength(1, 'Give your sign-in name.'), z.maxLength(200, 'Use at most 200 characters.')),
  password: z
    .string()
    .check(z.minLength(1, 'Give your password.'), z.maxLength(MAX_PASSWORD, `Use at most ${MAX_PASSWORD} characters.`)),
  next,
});
export const setUpSchema = z.object({
  name: z.string().check(z.minLength(1, 'Give a name.'), z.maxLength(200, 'Use at most 60 characters.')),
  login,
  password: newPassword,
  token,
});
export const newPasswordSchema = z.object({ password: newPassword, token });

export const proofSchema = z.object({
  password: z.string().check(z.minLength(1, 'Give your password.'), z.maxLength(MAX_PASSWORD, 'Wrong password.')),
});

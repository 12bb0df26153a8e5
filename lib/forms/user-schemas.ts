/*
 * What the forms about users send: shapes and limits. Whether a name or a password is good is said by lib/auth.
 */
import * as z from 'zod/mini';
import { type Limits, ROLES, type Role } from '../auth/roles.ts';

const person = z.string().check(z.minLength(1), z.maxLength(64));
const name = z.string().check(z.maxLength(400, 'Use at most 60 characters.'));
const access = {
  role: z.enum(ROLES),
  limits: z.object({
    noAll: z.boolean(),
    commands: z.nullable(
      z
        .array(z.string().check(z.minLength(1), z.maxLength(250, 'A command name takes at most 250 characters.')))
        .check(z.maxLength(200, 'Choose at most 200 commands.')),
    ),
  }),
};
const password = z.string().check(z.maxLength(256, 'Use at most 256 characters.'));

export const newUserSchema = z.object({ name, login: z.string().check(z.maxLength(200)), ...access });
export const userChangeSchema = z.object({ person, name, ...access });
export const personSchema = z.object({ person });
export const disableSchema = z.object({ person, disabled: z.boolean() });
export const userSessionSchema = z.object({ person, session: z.string().check(z.maxLength(64)) });
export const ownSessionSchema = z.object({ session: z.string().check(z.maxLength(64)) });
export const nameSchema = z.object({ name });
export const newPasswordOfOwnSchema = z.object({ present: password, next: password });
export const settingsSchema = z.object({ fourEyes: z.boolean() });

type Access = { role: Role; limits: Limits };
export type NewUserInput = { name: string; login: string } & Access;
export type UserChangeInput = { person: string; name: string } & Access;

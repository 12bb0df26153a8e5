/*
 * The schemas of the forms, the same in the browser and on the server: kinds and sizes of the values here, the rules with
 * their words in command-problems and response-problems, where a form can also ask them at each keystroke.
 */
import * as z from 'zod/mini';
import { LOCATIONS } from '../ossec/model/config-model.ts';
import type { CommandFormTarget, CommandFormValues } from './command-form.ts';
import { commandProblems, type Problems } from './command-problems.ts';
import type { ResponseFormTarget, ResponseFormValues } from './response-form.ts';
import { responseProblems } from './response-problems.ts';
import {
  ENTRY_KINDS,
  noteProblems,
  PATTERN_PLACES,
  type WhiteListFormValues,
  whiteListProblems,
} from './white-list-form.ts';

/** Every problem becomes an issue at its path. Runs only over values of the right kinds. */
const obeys =
  <Values>(problemsOf: (values: Values) => Problems) =>
  ({ value, issues }: z.core.ParsePayload<Values>): void => {
    for (const [path, message] of Object.entries(problemsOf(value))) {
      issues.push({ code: 'custom', path: path.split('.'), message, input: value });
    }
  };

/** Far above what the rules of a field allow: they say so in words, this only ends what has no end. */
const text = z.string().check(z.maxLength(20480));

const commandShape = z.object({ name: text, executable: text, timeoutAllowed: z.boolean(), extraArgs: text });

export const commandFormSchema: z.ZodMiniType<CommandFormValues> = commandShape.check(obeys(commandProblems));

export const responseFormSchema: z.ZodMiniType<ResponseFormValues> = z
  .object({
    command: text,
    newCommand: z.nullable(commandShape),
    level: z.nullable(z.number()),
    groups: z.array(text).check(z.maxLength(200)),
    groupPattern: z.nullable(z.string().check(z.maxLength(2000))),
    ruleIds: z.array(z.number()).check(z.maxLength(5000)),
    location: z.nullable(z.enum(LOCATIONS)),
    agentIds: z.array(text).check(z.maxLength(500)),
    confirmedAgents: z.string().check(z.maxLength(20)),
    duration: z.nullable(z.enum(['timed', 'permanent'])),
    timeoutSeconds: z.nullable(z.number()),
    enabled: z.boolean(),
  })
  .check(obeys(responseProblems));

const short = z.string().check(z.maxLength(2000));
const noteShape = { note: short, expiresOn: z.string().check(z.maxLength(20)) };

export const whiteListFormSchema: z.ZodMiniType<WhiteListFormValues> = z
  .object({
    kind: z.enum(ENTRY_KINDS),
    address: short,
    network: short,
    place: z.enum(PATTERN_PLACES),
    text: short,
    ...noteShape,
  })
  .check(obeys(whiteListProblems));

export const whiteListNoteSchema: z.ZodMiniType<Pick<WhiteListFormValues, 'note' | 'expiresOn'>> = z
  .object(noteShape)
  .check(obeys(noteProblems));

const place = z.int().check(z.gte(0));
const fingerprint = z.string().check(z.maxLength(64));
const newTarget = z.object({ kind: z.literal('new') });
const blockTarget = z.object({ kind: z.literal('block'), index: place, fingerprint });
const addedTarget = z.object({ kind: z.literal('added'), changeId: z.string().check(z.maxLength(64)) });

export const commandTargetSchema: z.ZodMiniType<CommandFormTarget> = z.discriminatedUnion('kind', [
  newTarget,
  blockTarget,
  addedTarget,
]);

export const responseTargetSchema: z.ZodMiniType<ResponseFormTarget> = z.discriminatedUnion('kind', [
  newTarget,
  blockTarget,
  z.object({ kind: z.literal('commented'), commented: place, fingerprint }),
  addedTarget,
]);

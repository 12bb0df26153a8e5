/*
 * The response form's values: one zod schema for the browser and the server. A trigger without any criterion is allowed but
 * must be meant: the form warns, the schema does not refuse (Wazuh accepts it and never fires). Pure; knows no React.
 */
import * as z from 'zod/mini';
import { isGroupName } from '../ossec/edit/rules-group.ts';
import { LOCATIONS } from '../ossec/model/config-model.ts';
import { carriedProblem, commandFormSchema } from './command-form.ts';

export const MAX_TIMEOUT_SECONDS = 2147483647;

const ruleId = z
  .int('A rule ID is a number.')
  .check(z.gte(1, 'Rule IDs start at 1.'), z.lte(999999999, 'No rule has this ID.'));

export const responseFormSchema = z
  .object({
    /** Name of a command; ignored while `newCommand` is given. */
    command: z.string().check(z.maxLength(20480)),
    /** A command defined on the spot. */
    newCommand: z.nullable(commandFormSchema),
    level: z.nullable(
      z.int('A level is a number.').check(z.gte(1, 'Levels start at 1.'), z.lte(16, 'Levels end at 16.')),
    ),
    groups: z
      .array(
        z
          .string()
          .check(
            z.maxLength(200, 'Use at most 200 characters.'),
            z.refine(isGroupName, { error: 'A group name has no blanks, commas or bars.' }),
          ),
      )
      .check(z.maxLength(200)),
    /** A pattern that a list of names can't say; null while names are used. */
    groupPattern: z.nullable(z.string().check(z.maxLength(2000))),
    ruleIds: z.array(ruleId).check(z.maxLength(2000, 'At most 2000 rules.')),
    location: z.nullable(z.enum(LOCATIONS)),
    agentIds: z
      .array(z.string().check(z.regex(/^\d{3,9}$/, { error: 'An agent ID has at least three digits.' })))
      .check(z.maxLength(500)),
    /** The number of agents, typed by the admin, before `all` can be saved. */
    confirmedAgents: z.string().check(z.maxLength(20)),
    duration: z.nullable(z.enum(['timed', 'permanent'])),
    timeoutSeconds: z.nullable(
      z
        .int('Give the time as a whole number of seconds.')
        .check(
          z.gte(1, 'At least 1 second. For no undo choose “Do not undo”.'),
          z.lte(MAX_TIMEOUT_SECONDS, 'Wazuh cannot count further than 2,147,483,647 seconds.'),
        ),
    ),
    enabled: z.boolean(),
  })
  .check((context) => {
    const { value, issues } = context;
    const add = (path: string, message: string) => issues.push({ code: 'custom', path: [path], message, input: value });
    if (value.command === '' && value.newCommand === null) add('command', 'Choose a command, or define a new one.');
    if (value.location === null) add('location', 'Choose where it should run.');
    if (value.location === 'defined-agent' && value.agentIds.length === 0)
      add('agentIds', 'Choose at least one agent.');
    if (value.duration === null) add('duration', 'Choose how long it should last.');
    if (value.duration === 'timed' && value.timeoutSeconds === null)
      add('timeoutSeconds', 'Give a time, or choose “Do not undo”.');
    const pattern = value.groupPattern;
    if (pattern === null) return;
    if (pattern.split('|').includes(''))
      add('groupPattern', 'An empty alternative matches every rule. Remove the stray “|”.');
    else if (carriedProblem(pattern) !== null) add('groupPattern', carriedProblem(pattern) ?? '');
  });

export type ResponseFormValues = z.infer<typeof responseFormSchema>;

export const emptyResponse: ResponseFormValues = {
  command: '',
  newCommand: null,
  level: null,
  groups: [],
  groupPattern: null,
  ruleIds: [],
  location: null,
  agentIds: [],
  confirmedAgents: '',
  duration: null,
  timeoutSeconds: null,
  enabled: true,
};

/** What the form is about: a new response, one of the file, or one that exists only in the draft. */
export const responseTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({
    kind: z.literal('block'),
    index: z.int().check(z.gte(0)),
    fingerprint: z.string().check(z.maxLength(64)),
  }),
  z.object({
    kind: z.literal('commented'),
    commented: z.int().check(z.gte(0)),
    fingerprint: z.string().check(z.maxLength(64)),
  }),
  z.object({ kind: z.literal('added'), changeId: z.string().check(z.maxLength(64)) }),
]);

export type ResponseFormTarget = z.infer<typeof responseTargetSchema>;

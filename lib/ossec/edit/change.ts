/*
 * A change an admin asks for: the same shape in the draft, in server actions and on the command line
 * (docs: the `riposte plan` contract). Only shapes and limits of a value are checked here; what a change
 * means for a given file is planChanges' business.
 */
import * as z from 'zod/mini';
import { LOCATIONS } from '../model/config-model.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const commandSchema = z.strictObject({
  name: text(250),
  executable: text(250),
  timeoutAllowed: z.optional(z.boolean()),
  extraArgs: z.optional(text(2047)),
});

/** Group names (`sshd` is written `sshd,`) or, as a string, the pattern verbatim. */
const rulesGroup = z.union([z.array(text(200)).check(z.maxLength(200)), text(20000)]);

export const responseSchema = z.strictObject({
  command: text(250),
  location: z.enum(LOCATIONS),
  agentId: z.optional(text(20)),
  level: z.optional(z.int().check(z.gte(0), z.lte(20))),
  rulesGroup: z.optional(rulesGroup),
  rulesId: z.optional(z.array(z.int().check(z.gte(0), z.lte(2147483647))).check(z.maxLength(2000))),
  timeout: z.optional(z.int().check(z.gte(0), z.lte(2147483647))),
  disabled: z.optional(z.boolean()),
});

const index = z.int().check(z.gte(0), z.lte(1_000_000));
/** Refuses the change when the block's bytes are no longer the ones the admin saw. */
const fingerprint = z.optional(text(64));

/** A response of the file: a live block by `index`, or one inside a comment by `commented`. */
const responseTarget = { index: z.optional(index), commented: z.optional(index), fingerprint };

export const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add-command'), command: commandSchema }),
  z.strictObject({
    op: z.literal('edit-command'),
    name: text(20480),
    fingerprint,
    set: z.partial(commandSchema),
    unset: z.optional(z.array(z.enum(['extraArgs', 'timeoutAllowed'])).check(z.maxLength(20))),
  }),
  /** `index` picks one of several commands of the same name. */
  z.strictObject({ op: z.literal('remove-command'), name: text(20480), index: z.optional(index), fingerprint }),
  z.strictObject({ op: z.literal('add-response'), response: responseSchema }),
  z.strictObject({
    op: z.literal('edit-response'),
    ...responseTarget,
    set: z.partial(responseSchema),
    unset: z.optional(
      z.array(z.enum(['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout', 'disabled'])).check(z.maxLength(20)),
    ),
  }),
  z.strictObject({ op: z.literal('remove-response'), ...responseTarget }),
  z.strictObject({ op: z.literal('disable-response'), ...responseTarget }),
  z.strictObject({ op: z.literal('enable-response'), ...responseTarget }),
  z.strictObject({ op: z.literal('add-white-list'), address: text(20480) }),
  z.strictObject({ op: z.literal('remove-white-list'), address: text(20480) }),
]);

export const changesSchema = z.array(changeSchema).check(z.maxLength(2000));

export type Change = z.infer<typeof changeSchema>;
export type ChangeOp = Change['op'];
export type CommandInput = z.infer<typeof commandSchema>;
export type ResponseInput = z.infer<typeof responseSchema>;

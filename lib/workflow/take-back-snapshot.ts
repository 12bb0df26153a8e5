/*
 * A stored draft on its way through the browser and back, for an undo. Knows only its shape.
 */
import * as z from 'zod/mini';
import { changeSchema } from '../ossec/edit/change.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const change = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  change: changeSchema,
  madeAt: z.number().check(z.gte(0)),
  madeOn: z.optional(sha256),
});

/** What DraftSnapshot is as input. */
export const draftSnapshotSchema = z.strictObject({
  baseSha256: sha256,
  changes: z.array(change).check(z.maxLength(2000)),
  restoreSha256: z.optional(z.nullable(sha256)),
});

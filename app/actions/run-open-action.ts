import 'server-only';
import type * as z from 'zod/mini';
import type { From } from '@/lib/auth/sign-in';
import { type Database, openDatabase } from '@/lib/state/database';
import type { ActionResult } from '@/lib/view/action-result';
import { requestFrom } from '../request-from';
import { toInvalid } from './to-invalid';

export type OpenContext = { database: Database; from: From };

/**
 * The door of the few actions that are for who is not signed in: what they may be told and may do is their own business. The
 * input is what the schema says, or nothing is done.
 */
export async function runOpenAction<Schema extends z.ZodMiniType, Extra extends object = object>(
  schema: Schema,
  input: unknown,
  work: (input: z.output<Schema>, context: OpenContext) => Promise<ActionResult<Extra>>,
): Promise<ActionResult<Extra>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return toInvalid(parsed.error);
  return work(parsed.data, { database: openDatabase(), from: await requestFrom() });
}

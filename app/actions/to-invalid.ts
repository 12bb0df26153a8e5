import 'server-only';
import type * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';

/** What is wrong with an input, by dotted path: the first message of each field. */
export function toInvalid(error: z.core.$ZodError): ActionResult<never> {
  const fields: Record<string, string> = {};
  let form: string | null = null;
  for (const { path, message } of error.issues) {
    const key = path.map(String).join('.');
    if (key === '') form ??= message;
    else if (!Object.hasOwn(fields, key)) fields[key] = message;
  }
  return { status: 'invalid', fields, form };
}

import 'server-only';
import { revalidatePath } from 'next/cache';
import type * as z from 'zod/mini';
import { currentPerson, type Permission, type Person } from '@/lib/auth/person';
import type { ActionResult } from '@/lib/view/action-result';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';

export type ActionContext = { person: Person; workspace: Workspace };

type Work<Schema extends z.core.$ZodType, Extra extends object> = (
  input: z.output<Schema>,
  context: ActionContext,
) => Promise<ActionResult<Extra>>;

/**
 * The one door of every server action: who is it, may they, is the input what the schema says, is there a manager. Layouts
 * and the proxy are convenience, this is the protection.
 */
export async function runAction<Schema extends z.ZodMiniType, Extra extends object = object>(
  needs: Permission,
  schema: Schema,
  input: unknown,
  work: Work<Schema, Extra>,
): Promise<ActionResult<Extra>> {
  const person = await currentPerson();
  if (!person) return { status: 'signed-out' };
  if (!person.permissions.includes(needs)) return { status: 'forbidden', needs };
  const parsed = schema.safeParse(input);
  if (!parsed.success) return toInvalid(parsed.error);
  const result = await loadWorkspace(person.id);
  if (!result.ok) return { status: 'refused', line: null, ...result.failure };
  const outcome = await work(parsed.data, { person, workspace: result.workspace });
  if (outcome.status === 'saved') revalidatePath('/', 'layout');
  return outcome;
}

function toInvalid(error: z.core.$ZodError): ActionResult<never> {
  const fields: Record<string, string> = {};
  let form: string | null = null;
  for (const { path, message } of error.issues) {
    const key = path.map(String).join('.');
    if (key === '') form ??= message;
    else if (!Object.hasOwn(fields, key)) fields[key] = message;
  }
  return { status: 'invalid', fields, form };
}

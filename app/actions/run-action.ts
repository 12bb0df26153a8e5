import 'server-only';
import { revalidatePath } from 'next/cache';
import type * as z from 'zod/mini';
import { addAudit } from '@/lib/audit/audit-log';
import type { Permission, Person } from '@/lib/auth/person';
import { openDatabase } from '@/lib/state/database';
import type { ActionResult } from '@/lib/view/action-result';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { currentPerson } from '../current-person';

/** What an entry of the audit log tells beside who and what: numbers, names, hashes. Never a secret, never a file. */
type Facts = Record<string, string | number | boolean | readonly string[]>;

export type ActionContext = {
  person: Person;
  workspace: Workspace;
  /** Adds to what the audit log tells of this action. */
  note(facts: Facts): void;
};

/** `audit` names the entry of what was saved; without it the workflow writes its own. */
type Door = { needs: Permission; audit?: string };

type Work<Schema extends z.core.$ZodType, Extra extends object> = (
  input: z.output<Schema>,
  context: ActionContext,
) => Promise<ActionResult<Extra>>;

/**
 * The one door of every server action: who is it, may they, is the input what the schema says, is there a manager. Layouts
 * and the proxy are convenience, this is the protection. What was saved, and who was turned away, goes to the audit log.
 */
export async function runAction<Schema extends z.ZodMiniType, Extra extends object = object>(
  door: Permission | Door,
  schema: Schema,
  input: unknown,
  work: Work<Schema, Extra>,
): Promise<ActionResult<Extra>> {
  const { needs, audit }: Door = typeof door === 'string' ? { needs: door } : door;
  const person = await currentPerson();
  if (!person) return { status: 'signed-out' };
  if (!person.permissions.includes(needs)) {
    const detail = { needs, ...(audit && { for: audit }) };
    addAudit(openDatabase(), { person: person.id, action: 'forbidden', detail });
    return { status: 'forbidden', needs };
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success) return toInvalid(parsed.error);
  const result = await loadWorkspace(person.id);
  if (!result.ok) return { status: 'refused', line: null, ...result.failure };
  const { workspace } = result;
  const detail: Facts = {};
  const note = (facts: Facts) => void Object.assign(detail, facts);
  const outcome = await work(parsed.data, { person, workspace, note });
  if (outcome.status !== 'saved') return outcome;
  if (audit) addAudit(workspace.database, { person: person.id, action: audit, detail });
  revalidatePath('/', 'layout');
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

import 'server-only';
import { revalidatePath } from 'next/cache';
import type * as z from 'zod/mini';
import { addAudit } from '@/lib/audit/audit-log';
import type { Person } from '@/lib/auth/person';
import type { Permission } from '@/lib/auth/roles';
import { isProved, touchSession } from '@/lib/auth/sessions';
import { type Database, openDatabase } from '@/lib/state/database';
import type { ActionResult } from '@/lib/view/action-result';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { currentPerson } from '../current-person';
import { rotateCookie } from '../keep-session';
import { toInvalid } from './to-invalid';

/** What an entry of the audit log tells beside who and what: numbers, names, hashes. Never a secret, never a file. */
type Facts = Record<string, string | number | boolean | readonly string[]>;

type AccountContext = {
  person: Person;
  database: Database;
  /** Has the person proved a moment ago who they are? Where only some inputs need it: answer { status: 'prove' }. */
  isProved: boolean;
  /** Adds to what the audit log tells of this action. */
  note(facts: Facts): void;
};

export type ActionContext = AccountContext & { workspace: Workspace };

/**
 * `audit` names the entry of what was saved; without it the workflow writes its own. `proved`: only for who has proved a
 * moment ago who they are.
 */
type Door = { needs: Permission; audit?: string; proved?: true };

type Work<Schema extends z.core.$ZodType, Extra extends object, Context> = (
  input: z.output<Schema>,
  context: Context,
) => Promise<ActionResult<Extra>>;

/**
 * The one door of every server action: who is it, may they, is the input what the schema says, is there a manager. Layouts
 * and the proxy are convenience, this is the protection. What was saved, and who was turned away, goes to the audit log.
 */
export async function runAction<Schema extends z.ZodMiniType, Extra extends object = object>(
  door: Permission | Door,
  schema: Schema,
  input: unknown,
  work: Work<Schema, Extra, ActionContext>,
): Promise<ActionResult<Extra>> {
  return runAccountAction<Schema, Extra>(door, schema, input, async (parsed, context) => {
    const result = await loadWorkspace(context.person.id);
    if (!result.ok) return { status: 'refused', line: null, ...result.failure };
    return work(parsed, { ...context, workspace: result.workspace });
  });
}

/** The same door for what needs no manager: people, passwords, sessions. */
export async function runAccountAction<Schema extends z.ZodMiniType, Extra extends object = object>(
  door: Permission | Door,
  schema: Schema,
  input: unknown,
  work: Work<Schema, Extra, AccountContext>,
): Promise<ActionResult<Extra>> {
  const { needs, audit, proved }: Door = typeof door === 'string' ? { needs: door } : door;
  const person = await currentPerson();
  if (!person) return { status: 'signed-out' };
  const database = openDatabase();
  if (!person.permissions.includes(needs)) {
    const detail = { needs, ...(audit && { for: audit }) };
    addAudit(database, { person: person.id, action: 'forbidden', detail });
    return { status: 'forbidden', needs };
  }
  touchSession(database, person.session);
  await rotateCookie(person);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return toInvalid(parsed.error);
  const isSure = isProved(person.session);
  if (proved && !isSure) return { status: 'prove' };
  const detail: Facts = {};
  const note = (facts: Facts) => void Object.assign(detail, facts);
  const outcome = await work(parsed.data, { person, database, isProved: isSure, note });
  if (outcome.status !== 'saved') return outcome;
  if (audit) addAudit(database, { person: person.id, action: audit, detail });
  revalidatePath('/', 'layout');
  return outcome;
}

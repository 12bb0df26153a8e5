import { revalidatePath } from 'next/cache';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { loadAudit } from '@/lib/audit/audit-entries';
import type { Person } from '@/lib/auth/person';
import { NO_LIMITS } from '@/lib/auth/roles';
import { PROVED_MS } from '@/lib/auth/sessions';
import { openDatabase, openDatabaseAt } from '@/lib/state/database';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { currentPerson } from '../current-person';
import { runAccountAction, runAction } from './run-action';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('../current-person', () => ({ currentPerson: vi.fn() }));
vi.mock('../keep-session', () => ({ rotateCookie: vi.fn() }));
vi.mock('@/lib/state/database', async (original) => ({ ...(await original<object>()), openDatabase: vi.fn() }));
vi.mock('@/lib/workflow/workspace', () => ({ loadWorkspace: vi.fn() }));

const ada: Person = {
  ...{ id: 'ada', name: 'Ada', role: 'editor', permissions: ['view', 'edit'], limits: NO_LIMITS },
  session: { publicId: 's', provedAt: Date.now(), seenAt: Date.now() },
};
let workspace: Workspace;
const schema = z.object({
  name: z.string().check(z.minLength(1, 'Give a name.')),
  list: z.array(z.object({ id: z.int('A number.') })),
});
const good = { name: 'x', list: [{ id: 1 }] };
const saved = vi.fn(async () => ({ status: 'saved' }) as const);

beforeEach(() => {
  workspace = { person: 'ada', database: openDatabaseAt(':memory:') } as Workspace;
  vi.mocked(openDatabase).mockReturnValue(workspace.database);
  vi.mocked(currentPerson).mockResolvedValue(ada);
  vi.mocked(loadWorkspace).mockResolvedValue({ ok: true, workspace });
});
afterEach(() => vi.clearAllMocks());

it('who is not signed in gets no further', async () => {
  vi.mocked(currentPerson).mockResolvedValue(null);
  expect(await runAction('edit', schema, good, saved)).toEqual({ status: 'signed-out' });
  expect(loadWorkspace).not.toHaveBeenCalled();
  expect(saved).not.toHaveBeenCalled();
});

it('who may not is told what it needs, before the input is looked at', async () => {
  expect(await runAction('apply', schema, 'nonsense', saved)).toEqual({ status: 'forbidden', needs: 'apply' });
  expect(loadWorkspace).not.toHaveBeenCalled();
});

it('what is wrong is said by dotted path, the first message of each field', async () => {
  const input = { name: '', list: [{ id: 1 }, { id: 'a' }] };
  expect(await runAction('edit', schema, input, saved)).toEqual({
    ...{ status: 'invalid', form: null },
    fields: { name: 'Give a name.', 'list.1.id': 'A number.' },
  });
  expect(saved).not.toHaveBeenCalled();
});

it.each([undefined, null, 7, 'text', []])('%j is no input', async (input) => {
  expect(await runAction('edit', schema, input, saved)).toMatchObject({ status: 'invalid', form: expect.any(String) });
});

it('a problem at a field that every object has is said, too', async () => {
  const odd = z.object({ constructor: z.string('Not a text.') });
  const result = await runAction('edit', odd, { constructor: 7 }, saved);
  expect(result).toEqual({ status: 'invalid', form: null, fields: { constructor: 'Not a text.' } });
});

it('keys that nobody asked for do not reach the work', async () => {
  await runAction('edit', schema, JSON.parse('{"name":"x","list":[],"__proto__":{"x":1},"more":1}'), saved);
  expect(saved).toHaveBeenCalledWith(
    { name: 'x', list: [] },
    expect.objectContaining({ person: ada, workspace, isProved: true }),
  );
});

it('without a manager the action is refused in its words', async () => {
  const failure = { code: 'manager-missing', message: 'Cannot open the manager.', hint: 'Set the directory.' };
  vi.mocked(loadWorkspace).mockResolvedValue({ ok: false, failure });
  expect(await runAction('edit', schema, good, saved)).toEqual({ status: 'refused', line: null, ...failure });
  expect(saved).not.toHaveBeenCalled();
});

it('the workspace is that of the person who acts, and pages are renewed only when something was saved', async () => {
  expect(await runAction('edit', schema, good, saved)).toEqual({ status: 'saved' });
  expect(loadWorkspace).toHaveBeenCalledWith('ada');
  expect(revalidatePath).toHaveBeenCalledWith('/', 'layout');
  vi.mocked(revalidatePath).mockClear();
  const refused = { status: 'refused', code: 'x', message: '', hint: '', line: null } as const;
  expect(await runAction('edit', schema, good, async () => refused)).toBe(refused);
  expect(revalidatePath).not.toHaveBeenCalled();
});

it('an unexpected error is not turned into an answer', async () => {
  const work = async () => {
    throw new Error('secret');
  };
  await expect(runAction('edit', schema, good, work)).rejects.toThrow();
  expect(revalidatePath).not.toHaveBeenCalled();
});

const written = () =>
  loadAudit(workspace.database, {}).entries.map(({ person, action, detail }) => ({ person, action, detail }));

it('what was saved is in the audit log under its name, with what was noted and nothing else', async () => {
  await runAction({ needs: 'edit', audit: 'thing-done' }, schema, good, async (_, { note }) => {
    note({ count: 1 });
    note({ names: ['a'] });
    return { status: 'saved', secret: 'hunter2' };
  });
  expect(written()).toEqual([{ person: 'ada', action: 'thing-done', detail: { count: 1, names: ['a'] } }]);
});

it('what was not saved, or has no name, is not in the audit log', async () => {
  const refused = { status: 'refused', code: 'x', message: '', hint: '', line: null } as const;
  await runAction({ needs: 'edit', audit: 'thing-done' }, schema, good, async () => refused);
  await runAction({ needs: 'edit', audit: 'thing-done' }, schema, 'nonsense', saved);
  await runAction('edit', schema, good, saved);
  expect(written()).toEqual([]);
});

it('who was turned away is in the audit log', async () => {
  await runAction({ needs: 'apply', audit: 'thing-done' }, schema, good, saved);
  expect(written()).toEqual([{ person: 'ada', action: 'forbidden', detail: { needs: 'apply', for: 'thing-done' } }]);
});

it('the dangerous is only for who has proved a moment ago who they are', async () => {
  const old = { ...ada, session: { ...ada.session, provedAt: Date.now() - PROVED_MS } };
  vi.mocked(currentPerson).mockResolvedValue(old);
  expect(await runAction({ needs: 'edit', proved: true }, schema, good, saved)).toEqual({ status: 'prove' });
  expect(saved).not.toHaveBeenCalled();
  await runAction('edit', schema, good, saved);
  expect(saved).toHaveBeenCalledWith(good, expect.objectContaining({ isProved: false }));
  vi.mocked(currentPerson).mockResolvedValue(ada);
  expect(await runAction({ needs: 'edit', proved: true }, schema, good, saved)).toEqual({ status: 'saved' });
});

it('what needs no manager is done without one', async () => {
  const failure = { code: 'manager-missing', message: 'Cannot open the manager.', hint: 'Set the directory.' };
  vi.mocked(loadWorkspace).mockResolvedValue({ ok: false, failure });
  expect(await runAccountAction('edit', schema, good, saved)).toEqual({ status: 'saved' });
});

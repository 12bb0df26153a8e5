import { revalidatePath } from 'next/cache';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { currentPerson, type Person } from '@/lib/auth/person';
import { loadWorkspace, type Workspace } from '@/lib/workflow/workspace';
import { runAction } from './run-action';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/lib/auth/person', () => ({ currentPerson: vi.fn() }));
vi.mock('@/lib/workflow/workspace', () => ({ loadWorkspace: vi.fn() }));

const ada: Person = { id: 'ada', name: 'Ada', role: 'Admin', permissions: ['view', 'edit'] };
const workspace = { person: 'ada' } as Workspace;
const schema = z.object({
  name: z.string().check(z.minLength(1, 'Give a name.')),
  list: z.array(z.object({ id: z.int('A number.') })),
});
const good = { name: 'x', list: [{ id: 1 }] };
const saved = vi.fn(async () => ({ status: 'saved' }) as const);

beforeEach(() => {
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
  expect(saved).toHaveBeenCalledWith({ name: 'x', list: [] }, { person: ada, workspace });
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

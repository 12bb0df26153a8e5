// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';
import { ErrorSummary } from './error-summary';
import { useActionForm } from './use-action-form';
import { pickStored } from './use-stored-values';

afterEach(cleanup);

type Values = { name: string };
const check = ({ name }: Values): Record<string, string> => (name === '' ? { name: 'Give a name.' } : {});

/** Stricter than what the page asks at once: only the schema knows the word. */
const schema = async () =>
  z.object({ name: z.string().check(z.refine((name) => name !== 'forbidden', { error: 'Not this name.' })) });

const saved = vi.fn();

function Form({ save }: { save: (values: Values) => Promise<ActionResult> }) {
  const { values, set, ref, failure, submit, errors } = useActionForm<Values>({
    schema,
    check,
    initial: { name: '' },
    save,
    onSaved: saved,
  });
  return (
    <form ref={ref} onSubmit={submit}>
      <ErrorSummary failure={failure} errors={errors} onPick={() => {}} />
      <input
        aria-label="Name"
        data-field="name"
        value={values.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <button type="submit">Save</button>
    </form>
  );
}

function fill(save: (values: Values) => Promise<ActionResult>, name: string) {
  render(<Form save={save} />);
  const input = screen.getByLabelText<HTMLInputElement>('Name');
  if (name !== '') fireEvent.change(input, { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return input;
}

test('what the schema refuses is not sent, and the first such field gets the focus', async () => {
  const save = vi.fn();
  const input = fill(save, '');
  await waitFor(() => expect(document.activeElement).toBe(input));
  expect(screen.getByRole('alert').textContent).toContain('Give a name.');
  expect(save).not.toHaveBeenCalled();
});

test('the schema of the server is asked in the browser, too', async () => {
  const save = vi.fn();
  const input = fill(save, 'forbidden');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Not this name.'));
  expect(save).not.toHaveBeenCalled();
  expect(input.value).toBe('forbidden');
});

test('a field that the server refuses shows its words, and keeps what was typed', async () => {
  const input = fill(async () => ({ status: 'invalid', fields: { name: 'Taken.' }, form: null }), 'drop');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Taken.'));
  expect(input.value).toBe('drop');
});

test('a refusal of the whole form is said on top', async () => {
  fill(async () => ({ status: 'conflict', message: 'It was changed.', hint: 'Reload.' }), 'drop');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('It was changed. Reload.'));
});

test('a server that does not answer costs nothing that was typed', async () => {
  const input = fill(async () => Promise.reject(new Error('offline')), 'drop');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/did not answer/));
  expect(input.value).toBe('drop');
});

test('a save is told once', async () => {
  saved.mockReset();
  fill(async () => ({ status: 'saved' }), 'drop');
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
});

test('a message goes once its field is mended, and none comes while one types', async () => {
  const input = fill(async () => ({ status: 'saved' }), '');
  await waitFor(() => expect(screen.getByRole('alert')).not.toBeNull());
  fireEvent.change(input, { target: { value: 'drop' } });
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.change(input, { target: { value: '' } });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('stored values of another kind are left out', () => {
  expect(pickStored({ name: 5, list: ['a'], extra: 1 }, { name: '', list: [] as string[], level: null })).toEqual({
    list: ['a'],
  });
  expect(pickStored('broken', { name: '' })).toEqual({});
});

test('the function that brings values back stays the same while one types', () => {
  const options = { schema, check, initial: { name: '' }, save: vi.fn(), onSaved: saved };
  const { result } = renderHook(() => useActionForm<Values>(options));
  const { reset } = result.current;
  act(() => result.current.set({ name: 'd' }));
  act(() => result.current.complain({ name: 'Taken.' }));
  expect(result.current.values.name).toBe('d');
  expect(result.current.reset).toBe(reset);
});

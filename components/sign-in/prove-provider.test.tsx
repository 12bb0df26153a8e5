// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useAction } from '@/components/draft/use-action';
import { ToastProvider } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import { ProveProvider } from './prove-provider';

afterEach(cleanup);
const wrong: ActionResult = { status: 'invalid', fields: { password: 'Wrong password.' }, form: null };

function Danger({ action, onSaved }: { action: () => Promise<ActionResult>; onSaved: () => void }) {
  const { run } = useAction();
  return (
    <button type="button" onClick={() => run(action, onSaved)}>
      Do it
    </button>
  );
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));

async function open() {
  let isProved = false;
  const action = vi.fn(async (): Promise<ActionResult> => (isProved ? { status: 'saved' } : { status: 'prove' }));
  const prove = vi.fn(async ({ password }: { password: string }): Promise<ActionResult> => {
    isProved = password === 'right';
    return isProved ? { status: 'saved' } : wrong;
  });
  const onSaved = vi.fn();
  render(
    <ToastProvider>
      <ProveProvider prove={prove}>
        <Danger action={action} onSaved={onSaved} />
      </ProveProvider>
    </ToastProvider>,
  );
  fireEvent.click(screen.getByText('Do it'));
  await vi.waitFor(() => expect(screen.getByLabelText('Password')).toBeTruthy());
  const answer = async (password: string) => {
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } });
    fireEvent.submit(screen.getByLabelText('Password').closest('form') as HTMLFormElement);
    await settle();
  };
  return { action, prove, onSaved, answer };
}

it('a wrong password can be tried again, and the right one goes on with what was asked for', async () => {
  const { action, onSaved, answer } = await open();
  await answer('wrong');
  expect(screen.getByText('Wrong password.')).toBeTruthy();
  expect(screen.getByText('Go on').getAttribute('aria-busy')).toBeNull();
  expect([action.mock.calls.length, onSaved.mock.calls.length]).toEqual([1, 0]);
  await answer('right');
  expect(screen.queryByLabelText('Password')).toBeNull();
  expect([action.mock.calls.length, onSaved.mock.calls.length]).toEqual([2, 1]);
});

it('closing the question does nothing, in silence', async () => {
  const { action, prove, onSaved } = await open();
  fireEvent.click(screen.getByText('Cancel'));
  await settle();
  expect(screen.queryByLabelText('Password')).toBeNull();
  expect([action.mock.calls.length, prove.mock.calls.length, onSaved.mock.calls.length]).toEqual([1, 0, 0]);
  expect(screen.queryByText(/needs your password/)).toBeNull();
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApplyForm } from './apply-form';

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock('next/navigation', () => ({ useRouter: () => router }));
beforeEach(() => {
  router.push.mockReset();
  router.refresh.mockReset();
});
afterEach(cleanup);

const started = { status: 'saved', id: 3 } as const;
const conflict = { status: 'conflict', message: 'ossec.conf changed.', hint: 'Review it again.' } as const;
type Props = Parameters<typeof ApplyForm>[0];
const props: Props = {
  baseSha256: 'base',
  newSha256: 'new',
  changes: 3,
  newWarnings: 0,
  everyAgent: null,
  off: null,
  apply: vi.fn(async () => started),
};
const button = () => screen.getByRole('button', { name: /^Apply 3 changes/ }) as HTMLButtonElement;
const ctrlEnter = () =>
  act(async () => {
    fireEvent.keyDown(screen.getByLabelText(/Why this change/), { key: 'Enter', ctrlKey: true });
  });

test('applies exactly what was reviewed, and goes to its page', async () => {
  const apply = vi.fn(async () => started);
  render(<ApplyForm {...props} apply={apply} />);
  fireEvent.change(screen.getByLabelText(/Why this change/), { target: { value: ' SEC-482 ' } });
  fireEvent.click(screen.getByLabelText(/Restart the manager now/));
  await act(async () => {
    fireEvent.click(button());
  });
  const asked = { baseSha256: 'base', newSha256: 'new', restart: false, note: 'SEC-482', confirmSeconds: 0 };
  expect(apply).toHaveBeenCalledWith(asked);
  expect(router.push).toHaveBeenCalledWith('/apply/3');
});

test('Ctrl and Enter apply, Enter alone does not', async () => {
  const apply = vi.fn(async () => started);
  render(<ApplyForm {...props} apply={apply} />);
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(apply).not.toHaveBeenCalled();
  await ctrlEnter();
  expect(apply).toHaveBeenCalledOnce();
});

test('a restart is to be kept within two minutes, another time, or without anybody asked', async () => {
  const apply = vi.fn(async (_: { confirmSeconds: number }) => started);
  render(<ApplyForm {...props} apply={apply} />);
  const box = () => screen.getByLabelText('Undo unless I press Keep within');
  const time = () => screen.getByLabelText('Time to press Keep') as HTMLSelectElement;
  await ctrlEnter();
  fireEvent.change(time(), { target: { value: '600' } });
  await ctrlEnter();
  fireEvent.click(box());
  expect(time().disabled).toBe(true);
  await ctrlEnter();
  expect(apply.mock.calls.map(([{ confirmSeconds }]) => confirmSeconds)).toEqual([120, 600, 0]);
  fireEvent.click(screen.getByLabelText(/Restart the manager now/));
  expect(screen.queryByLabelText('Time to press Keep')).toBeNull();
});

test('what keeps the manager from restarting stops only an apply that restarts it', () => {
  render(<ApplyForm {...props} restartOff="Riposte may not restart the manager." />);
  expect(button().disabled).toBe(true);
  expect(screen.getByText('Riposte may not restart the manager.')).toBeDefined();
  fireEvent.click(screen.getByLabelText(/Restart the manager now/));
  expect(button().disabled).toBe(false);
});

test('new warnings have to be ticked', async () => {
  const apply = vi.fn(async () => started);
  render(<ApplyForm {...props} apply={apply} newWarnings={1} />);
  expect(button().disabled).toBe(true);
  await ctrlEnter();
  expect(apply).not.toHaveBeenCalled();
  fireEvent.click(screen.getByLabelText('I have read the new warning'));
  expect(button().disabled).toBe(false);
});

test('a response on every agent needs their number typed', () => {
  render(<ApplyForm {...props} everyAgent={{ count: 12, systems: '12 Linux', commands: ['firewall-drop'] }} />);
  const box = screen.getByLabelText('Type 12 to run on every agent');
  for (const typed of ['', '1', '120', '012']) {
    fireEvent.change(box, { target: { value: typed } });
    expect(button().disabled).toBe(true);
  }
  fireEvent.change(box, { target: { value: '12' } });
  expect(button().disabled).toBe(false);
});

test('a conflict says so, asks for the new state and loses nothing', async () => {
  const { rerender } = render(<ApplyForm {...props} apply={async () => conflict} />);
  fireEvent.change(screen.getByLabelText(/Why this change/), { target: { value: 'my note' } });
  await ctrlEnter();
  expect(screen.getByRole('alert').textContent).toContain('ossec.conf changed.');
  expect(router.refresh).toHaveBeenCalledOnce();
  rerender(<ApplyForm {...props} baseSha256="theirs" off="Go on with the new file first." />);
  expect((screen.getByLabelText(/Why this change/) as HTMLTextAreaElement).value).toBe('my note');
  expect(button().disabled).toBe(true);
  rerender(<ApplyForm {...props} baseSha256="theirs" />);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('when the server does not answer it says what to look at', async () => {
  render(<ApplyForm {...props} apply={async () => Promise.reject(new Error('gone'))} />);
  await ctrlEnter();
  expect(screen.getByRole('alert').textContent).toContain('Look at History');
});

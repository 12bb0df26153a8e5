// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastProvider, useToast } from './toast';

const undo = vi.fn();

function Saver() {
  const toast = useToast();
  return (
    <button type="button" onClick={() => toast({ message: 'Saved to draft', action: { label: 'Undo', run: undo } })}>
      Save
    </button>
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  undo.mockReset();
  render(
    <ToastProvider>
      <Saver />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByText('Save'));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const shown = () => screen.queryAllByText('Saved to draft').length;

test('a toast is said politely', () => {
  expect(screen.getByText('Saved to draft').closest('[aria-live=polite]')).not.toBeNull();
});

test('Undo undoes once and takes the toast away', () => {
  fireEvent.click(screen.getByText('Undo'));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(shown()).toBe(0);
});

test('it goes after eight seconds and undoes nothing', () => {
  wait(7900);
  expect(shown()).toBe(1);
  wait(200);
  expect(shown()).toBe(0);
  expect(undo).not.toHaveBeenCalled();
});

test('it stays while the focus is on it', () => {
  fireEvent.focus(screen.getByText('Undo'));
  wait(20_000);
  expect(shown()).toBe(1);
  fireEvent.blur(screen.getByText('Undo'));
  wait(8100);
  expect(shown()).toBe(0);
});

test('no more than three are shown', () => {
  for (let at = 0; at < 4; at++) fireEvent.click(screen.getByText('Save'));
  expect(shown()).toBe(3);
});

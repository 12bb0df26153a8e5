// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '@/components/ui/toast';
import { AddEntry } from './add-entry';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
afterEach(cleanup);

const open = () => {
  render(
    <ToastProvider>
      <AddEntry entries={[]} onClose={vi.fn()} add={vi.fn()} undoTo={vi.fn()} />
    </ToastProvider>,
  );
  const field = screen.getByRole('textbox', { name: 'Address' });
  field.focus();
  return (text: string) => fireEvent.change(document.activeElement as Element, { target: { value: text } });
};

test('a size behind a slash makes it a network, and typing goes on', () => {
  const type = open();
  type('192.0.2.0/');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Network' }).checked).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Network' }));
  type('192.0.2.0/33');
  expect(screen.getByText('Write an IPv4 network like 192.0.2.0/24.')).toBeDefined();
  type('192.0.2.0/24');
  expect(screen.getByText(/All from 192\.0\.2\.0 to 192\.0\.2\.255/)).toBeDefined();
});

test('what is wrong is said while it is typed, and no earlier', () => {
  const type = open();
  type('192.0.2.30');
  expect(screen.queryByText(/is not an IPv4/)).toBeNull();
  type('192.0.2.300');
  expect(screen.getByText('192.0.2.300 is not an IPv4 or IPv6 address.')).toBeDefined();
});

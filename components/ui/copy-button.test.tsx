// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CopyButton } from './copy-button';
import { CopyLine } from './copy-line';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function stubClipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}

test('copies and says so', async () => {
  const writeText = vi.fn(async () => {});
  stubClipboard(writeText);
  render(<CopyButton text="ls -l" label="Copy the command" />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the command' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
  expect(writeText).toHaveBeenCalledWith('ls -l');
});

test('without permission for the clipboard it copies a selection', async () => {
  stubClipboard(async () => Promise.reject(new Error('denied')));
  let selected = '';
  document.execCommand = vi.fn(() => {
    selected = document.querySelector('textarea')?.value ?? '';
    return true;
  });
  render(<CopyButton text="ls -l" />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
  expect(selected).toBe('ls -l');
  expect(document.querySelector('textarea')).toBeNull();
});

test('when nothing works it says what to do instead', async () => {
  stubClipboard(async () => Promise.reject(new Error('denied')));
  document.execCommand = vi.fn(() => false);
  render(<CopyButton text="ls -l" />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Select the text'));
});

test('a copy line copies the command without its prompt sign', async () => {
  const writeText = vi.fn(async () => {});
  stubClipboard(writeText);
  render(<CopyLine command="chmod 750 yara.sh" />);
  fireEvent.click(screen.getByRole('button'));
  await waitFor(() => expect(writeText).toHaveBeenCalledWith('chmod 750 yara.sh'));
});

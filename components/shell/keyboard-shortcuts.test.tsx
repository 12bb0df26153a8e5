// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeyboardShortcuts, openKeys } from './keyboard-shortcuts';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

beforeEach(() => {
  push.mockReset();
  render(
    <>
      <KeyboardShortcuts />
      <input aria-label="Name" />
      <input type="checkbox" aria-label="Ready" />
      <textarea aria-label="Reason" />
      <div role="none" contentEditable data-testid="editable" />
      <input type="search" data-search="" aria-label="Search" />
    </>,
  );
});
afterEach(cleanup);

function press(key: string, target: Element = document.body, more = {}) {
  fireEvent.keyDown(target, { key, ...more });
}

test('N opens a new response and R the review', () => {
  press('n');
  press('r');
  expect(push.mock.calls.flat()).toEqual(['/responses/new', '/review']);
});

test('G and a letter go to a page, and R after G is not the review', () => {
  for (const key of ['o', 'r', 'c', 'e', 't', 'w', 'h', 'a']) {
    press('g');
    press(key);
  }
  expect(push.mock.calls.flat()).toEqual([
    '/',
    '/responses',
    '/commands',
    '/endpoints',
    '/activity',
    '/white-list',
    '/history',
    '/audit',
  ]);
});

test('all keys are off while typing', () => {
  for (const box of [screen.getByLabelText('Name'), screen.getByLabelText('Reason'), screen.getByTestId('editable')]) {
    for (const key of ['n', 'r', 'g', 'o', '?', '/']) press(key, box);
  }
  expect(push).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a check box takes no text, so keys work there', () => {
  press('n', screen.getByLabelText('Ready'));
  expect(push).toHaveBeenCalledWith('/responses/new');
});

test('keys with Ctrl, Alt or Meta belong to the browser', () => {
  press('n', document.body, { ctrlKey: true });
  press('r', document.body, { metaKey: true });
  press('r', document.body, { altKey: true });
  expect(push).not.toHaveBeenCalled();
});

test('the slash focuses the search box', () => {
  press('/');
  expect(document.activeElement).toBe(screen.getByLabelText('Search'));
});

test('the question mark lists the keys, and other keys then wait', () => {
  press('?', document.body, { shiftKey: true });
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  press('n');
  expect(push).not.toHaveBeenCalled();
});

test('a menu can open the list too', () => {
  act(() => openKeys());
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

test('no single key applies, keeps, deletes or discards', () => {
  for (const key of 'abcdefijklmopqstuvwxyz'.split('')) press(key);
  press('Enter');
  press('Delete');
  expect(push).not.toHaveBeenCalled();
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Drawer, DrawerCancel } from './drawer';

const onClose = vi.fn();
beforeEach(() => onClose.mockReset());
afterEach(cleanup);

function show(dirty: boolean) {
  render(
    <Drawer open onClose={onClose} title="Edit command" dirty={dirty} footer={<DrawerCancel />}>
      <p>Body</p>
    </Drawer>,
  );
  return screen.getByRole('dialog', { name: 'Edit command' });
}
const question = () => screen.queryByRole('alertdialog');
const pressEscape = (dialog: HTMLElement) => fireEvent(dialog, new Event('cancel', { cancelable: true }));

test('with nothing typed the cross, Cancel and Escape close at once', () => {
  const drawer = show(false);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  pressEscape(drawer);
  expect(onClose).toHaveBeenCalledTimes(3);
  expect(question()).toBeNull();
});

test('with something typed every way out asks first', () => {
  const drawer = show(true);
  for (const leave of [
    () => fireEvent.click(screen.getByRole('button', { name: 'Close' })),
    () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })),
    () => pressEscape(drawer),
    () => fireEvent.click(drawer),
  ]) {
    leave();
    expect(question()).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Keep editing' }));
    expect(question()).toBeNull();
  }
  expect(onClose).not.toHaveBeenCalled();
});

test('the question has its harmless answer focused', () => {
  pressEscape(show(true));
  expect(document.activeElement?.textContent).toBe('Keep editing');
});

test('closing without saving closes', () => {
  pressEscape(show(true));
  fireEvent.click(screen.getByRole('button', { name: 'Close without saving' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('a click inside the drawer does not close it', () => {
  show(false);
  fireEvent.click(screen.getByText('Body'));
  expect(onClose).not.toHaveBeenCalled();
});

test('a closed drawer is not in the page', () => {
  render(
    <Drawer open={false} onClose={onClose} title="Edit command">
      Body
    </Drawer>,
  );
  expect(document.querySelector('dialog')).toBeNull();
});

test('the first field has the focus, not the cross', () => {
  render(
    <Drawer open onClose={onClose} title="Edit command" footer={<DrawerCancel />}>
      <input type="checkbox" />
      <input aria-label="Name" />
      <input aria-label="Executable" />
    </Drawer>,
  );
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Name');
});

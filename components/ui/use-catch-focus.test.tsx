// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useCatchFocus } from './use-catch-focus';

afterEach(cleanup);

function Chips() {
  const [names, setNames] = useState(['a', 'b', 'c']);
  const root = useCatchFocus<HTMLDivElement>({
    selector: '[data-chip]',
    fallback: (div) => div.querySelector('input'),
  });
  return (
    <div ref={root}>
      {names.map((name) => (
        <button key={name} type="button" data-chip onClick={() => setNames(names.filter((one) => one !== name))}>
          {name}
        </button>
      ))}
      <input aria-label="Search" />
    </div>
  );
}

const press = async (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  await act(async () => {
    fireEvent.click(button);
  });
};

test('the next one takes the focus, then the one before, then what stands behind them', async () => {
  render(<Chips />);
  await press('b');
  expect(document.activeElement?.textContent).toBe('c');
  await press('c');
  expect(document.activeElement?.textContent).toBe('a');
  await press('a');
  expect(document.activeElement).toBe(screen.getByLabelText('Search'));
});

test('who has moved on is left alone', async () => {
  render(<Chips />);
  screen.getByRole('button', { name: 'a' }).focus();
  screen.getByLabelText('Search').focus();
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'a' }));
  });
  expect(document.activeElement).toBe(screen.getByLabelText('Search'));
});

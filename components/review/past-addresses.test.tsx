// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { BacktestSource } from '@/lib/view/backtest';
import { PastAddresses } from './past-addresses';

afterEach(cleanup);

const source = (address: string, alerts: number, listed = 0): BacktestSource => ({
  ...{ address, alerts, listed, unlistable: 0, own: null },
});
const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent?.trim()));

test('what the white list holds back stands apart, and is not called unknown', () => {
  const ours = { ...source('10.20.3.6', 1), own: { address: '10.20.3.6', what: 'agent' as const, name: 'build-01' } };
  const sources = { top: [source('192.0.2.1', 7), source('192.0.2.2', 4, 3)], distinct: 9 };
  render(
    <PastAddresses sources={sources} heldBack={{ top: [source('10.20.9.24', 5, 5)], distinct: 1 }} own={[ours]} />,
  );
  expect(rowsOf('Addresses it would have acted on')).toEqual([
    ['192.0.2.1', 'Not known to be ours', '7', 'Not listed'],
    ['192.0.2.2', 'White-listed', '1', '3 held back'],
    ['10.20.3.6', 'build-01', '1', 'Not listed'],
  ]);
  expect(screen.getByText('top 3 of 9')).toBeTruthy();
  expect(rowsOf('Held back by the white list')).toEqual([['10.20.9.24', 'White-listed', '5', 'White-listed']]);
});

test('nothing acted on, nothing shown', () => {
  const none = { top: [], distinct: 0 };
  const { container } = render(<PastAddresses sources={none} heldBack={none} own={[]} />);
  expect(container.textContent).toBe('');
});

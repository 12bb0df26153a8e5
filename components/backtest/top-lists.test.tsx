// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Backtest, BacktestSource } from '@/lib/view/backtest';
import { TopLists } from './top-lists';

afterEach(cleanup);

const source = (address: string, alerts: number, listed = 0): BacktestSource => ({
  ...{ address, alerts, listed, unlistable: 0, own: null },
});
const agents = (count: number, distinct = count) => ({
  ...{ top: Array.from({ length: count }, (_, at) => ({ id: `00${at}`, name: `web-${at}`, alerts: 9, runs: 9 })) },
  distinct,
});
const backtest = {
  agents: agents(9),
  ...{ users: { top: [], distinct: 0 }, rules: [] },
  sources: { top: [source('192.0.2.1', 7, 3)], distinct: 1 },
  heldBack: { top: [source('10.20.9.24', 5, 5)], distinct: 1 },
} as unknown as Backtest;
const show = (part: Partial<Backtest> = {}) =>
  render(<TopLists backtest={{ ...backtest, ...part }} isUser={false} acts />);
const list = (name: string) => within(screen.getByRole('region', { name }));
const rows = (name: string) => list(name).getAllByRole('row').length - 1;

test('what the white list holds back stands apart from what would be acted on', () => {
  show();
  expect(list('Addresses it would act on').getAllByRole('row')[1]?.textContent).toBe('192.0.2.14');
  expect(list('Held back by the white list').getAllByRole('row')[1]?.textContent).toBe('10.20.9.245');
});

test('the rest of what is known can be shown', () => {
  show();
  expect(rows('By agent')).toBe(5);
  expect(list('By agent').getByRole('heading').textContent).toBe('By agent top 5 of 9');
  fireEvent.click(screen.getByRole('button', { name: 'Show all 9: By agent' }));
  expect(rows('By agent')).toBe(9);
  expect(list('By agent').getByRole('heading').textContent).toBe('By agent');
  fireEvent.click(screen.getByRole('button', { name: 'Show the top 5: By agent' }));
  expect(rows('By agent')).toBe(5);
});

test('how many more there are is said; a short list has no button', () => {
  show({ agents: agents(10, 41) });
  fireEvent.click(screen.getByRole('button', { name: 'Show the top 10: By agent' }));
  expect(list('By agent').getByText('31 more are counted and not listed.')).toBeTruthy();
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

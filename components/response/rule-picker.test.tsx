// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RulePicker } from './rule-picker';
import { sampleData, sampleValues } from './sample-form-data';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const hit = (id: number) => ({
  id,
  level: 5,
  description: 'sshd: authentication failed.',
  groups: ['sshd'],
  noAr: false,
  overwrittenIn: null,
  covered: false,
  alerts: 3,
});
const data = { ...sampleData, rules: { count: 9, levels: [], groups: [] } };

async function find(query: string, answer: object) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({ rules: [], total: 0, known: 9, exact: false, ...answer })),
  );
  const set = vi.fn();
  render(<RulePicker values={sampleValues} set={set} errors={{}} data={data} />);
  const search = screen.getByRole('searchbox');
  act(() => search.focus());
  fireEvent.change(search, { target: { value: query } });
  await screen.findByText('9 of 9 rules', { exact: false }).catch(() => null);
  return { set, search };
}

test('real rules stand before the ID that no rule has, for the eye and for the arrows', async () => {
  const { set, search } = await find('576', { rules: [hit(5760), hit(5763)], total: 9 });
  const boxes = await screen.findAllByRole('checkbox');
  const add = screen.getByRole('button', { name: 'Add 576' });
  const last = boxes.at(-1) as HTMLElement;
  expect(last.compareDocumentPosition(add) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  fireEvent.keyDown(search, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(boxes[0]);
  fireEvent.keyDown(boxes[0] as HTMLElement, { key: 'Enter' });
  expect(set).toHaveBeenCalledExactlyOnceWith({ ruleIds: [5760] });
  fireEvent.keyDown(boxes[0] as HTMLElement, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(search);
});

test('an ID that a rule has is not offered as unknown', async () => {
  await find('5760', { rules: [hit(5760)], total: 9, exact: true });
  await screen.findAllByRole('checkbox');
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
});

test('Enter in the field takes the number that was typed', async () => {
  const { set, search } = await find('5760', { rules: [hit(5760)], total: 9, exact: true });
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(set).toHaveBeenCalledExactlyOnceWith({ ruleIds: [5760] });
});

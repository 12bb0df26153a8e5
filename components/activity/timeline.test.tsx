// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { TimelineMark, Timeline as View } from '@/lib/view/activity';
import { Timeline } from './timeline';

afterEach(cleanup);

const mark = (more: Partial<TimelineMark>): TimelineMark => ({
  ...{
    key: 'a',
    outcome: 'undone',
    x: 10,
    width: 20,
    row: 0,
    openEnd: false,
    words: 'host-deny on web-01',
    href: null,
  },
  ...more,
});
const view: View = {
  label: '2 runs: 1 undone, 1 expected and not seen.',
  lanes: [
    {
      ...{ key: '001', label: 'web-01', rows: 1, counts: { undone: 1, unseen: 1 } },
      marks: [mark({}), mark({ key: 'b', outcome: 'unseen', width: 0, href: '/activity?alert=1.1' })],
    },
  ],
  hidden: 3,
  ticks: [{ x: 50, label: '24 Jul' }],
  counts: [
    { outcome: 'undone', count: 1 },
    { outcome: 'unseen', count: 1 },
    { outcome: 'failed', count: 0 },
  ],
};

test('the plot says itself in a sentence, and is not in the way of the keyboard', () => {
  const { container } = render(<Timeline timeline={view} by="agent" />);
  const figure = screen.getByRole('figure', { name: view.label });
  expect(within(figure).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText(/3 more agents ran less/)).toBeDefined();
  expect(screen.queryAllByRole('link')).toHaveLength(0);
  for (const link of container.querySelectorAll('a')) expect(link.getAttribute('tabindex')).toBe('-1');
});

test('as a table it has the same numbers for everybody', () => {
  render(<Timeline timeline={view} by="agent" />);
  fireEvent.click(screen.getByRole('switch', { name: 'Show as table' }));
  const table = screen.getByRole('table', { name: view.label });
  expect(within(table).getByRole('row', { name: 'web-01 1 1' })).toBeDefined();
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((one) => one.textContent),
  ).toEqual(['Agent', 'Expected, not seen', 'Undone']);
});

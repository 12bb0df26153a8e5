// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { DiffView } from './diff-view';

let isWide = true;
beforeEach(() => {
  isWide = true;
  vi.stubGlobal('matchMedia', () => ({ matches: isWide, addEventListener: () => {}, removeEventListener: () => {} }));
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const lines = Array.from({ length: 60 }, (_, n) => `<a>${n}</a>`);
const text = (some: string[]) => some.map((line) => `${line}\n`).join('');
const changed = lines.map((line, n) => ([10, 30, 50].includes(n) ? line.replace('<a>', '<a>x') : line));
const diff = diffLines(new ShownLines({ text: text(lines) }), new ShownLines({ text: text(changed) }));

const show = (more: Partial<Parameters<typeof DiffView>[0]> = {}) =>
  render(
    <>
      <textarea aria-label="Note" />
      <DiffView diff={diff} title="ossec.conf" leftName="On disk" rightName="Your draft" isDraft keys {...more} />
    </>,
  );
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });
const position = () => screen.getAllByRole('status').map(({ textContent }) => textContent)[0];

test('the brackets step through the changes and say where one is', () => {
  show();
  expect(position()).toBe('3 changes');
  press(']');
  expect(position()).toBe('Change 1 of 3');
  expect(document.activeElement?.getAttribute('data-change')).toBe('0');
  press(']');
  press(']');
  expect(position()).toBe('Change 3 of 3');
  press(']');
  expect(position()).toBe('Change 1 of 3');
  press('[');
  expect(position()).toBe('Change 3 of 3');
});

test('n and p step only while the focus is in the diff', () => {
  show();
  press('n');
  expect(position()).toBe('3 changes');
  press(']');
  press('n', document.activeElement as Element);
  expect(position()).toBe('Change 2 of 3');
  press('p', document.activeElement as Element);
  expect(position()).toBe('Change 1 of 3');
});

test('no key steps while typing', () => {
  show();
  press(']', screen.getByLabelText('Note'));
  expect(position()).toBe('3 changes');
});

test('the buttons do the same as the keys', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Previous change' }));
  expect(position()).toBe('Change 3 of 3');
  fireEvent.click(screen.getByRole('button', { name: 'Next change' }));
  expect(position()).toBe('Change 1 of 3');
});

test('side by side where there is room, unified else, and either when chosen', () => {
  show();
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['On disk', 'Your draft']);
  fireEvent.click(screen.getByRole('radio', { name: 'Unified' }));
  expect(screen.getAllByRole('columnheader')).toHaveLength(4);
  cleanup();
  isWide = false;
  show();
  expect(screen.getAllByRole('columnheader')).toHaveLength(4);
});

test('a fold opens in place with the lines it stood for', async () => {
  const fetched = vi.fn(async (href: string) => {
    const query = new URLSearchParams(href.split('?')[1]);
    const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
    return Response.json({ lines: lines.slice(from - 1, to).map((line) => ({ text: line, comment: 0 })) });
  });
  vi.stubGlobal('fetch', fetched);
  show({ linesHref: '/review/lines?sha256=a' });
  const rows = screen.getAllByRole('row').length;
  fireEvent.click(screen.getAllByText('13 unchanged lines')[0] as HTMLElement);
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(rows + 12));
  expect(fetched).toHaveBeenCalledWith('/review/lines?sha256=a&from=15&to=27');
  expect(screen.getAllByText('20')).not.toHaveLength(0);
});

test('a fold that cannot be loaded says so and can be tried again', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
  show({ linesHref: '/review/lines?sha256=a' });
  fireEvent.click(screen.getByText('7 unchanged lines'));
  await screen.findByText('7 unchanged lines. Could not load them. Try again');
});

test('the words that changed are marked on their side', () => {
  const { container } = show();
  expect([...container.querySelectorAll('mark')].map(({ textContent }) => textContent).slice(0, 2)).toEqual([
    '10',
    'x10',
  ]);
});

test('files that are the same need no table', () => {
  const same = new ShownLines({ text: 'a\n' });
  render(<DiffView diff={diffLines(same, same)} title="ossec.conf" leftName="Before" rightName="After" />);
  expect(screen.getByText('Both are the same, byte for byte.')).toBeTruthy();
});

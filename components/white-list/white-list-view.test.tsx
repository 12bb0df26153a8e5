// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '@/components/ui/toast';
import { describeEntry } from '@/lib/ossec/white-list/describe-entry';
import type { HeldBack, WhiteListRow } from '@/lib/view/white-list';
import { WhiteListView } from './white-list-view';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
afterEach(cleanup);

const row = (address: string, mark: WhiteListRow['mark']): WhiteListRow => ({
  ...{ address, mark, lines: [], note: '', addedWords: null, changeId: null, coveredBy: null },
  ...{ expiresOn: '', expiryWords: null, isExpired: false, description: describeEntry(address) },
});
const action = vi.fn();
const actions = {
  ...{ add: action, change: action, undoTo: action, takeBack: action, saveNote: action },
  ...{ protect: action, dismiss: action, guard: action },
};
const held: Promise<HeldBack> = new Promise(() => {});
const page = (rows: WhiteListRow[]) => (
  <ToastProvider>
    <WhiteListView rows={rows} held={held} own={[]} by={[]} live={1} mayEdit problem={null} actions={actions} />
  </ToastProvider>
);

test('an entry that is removed hands the focus to the next row; the last one to Add entry', async () => {
  const { rerender } = await act(async () => render(page([row('192.0.2.1', null), row('192.0.2.2', '+')])));
  screen.getByRole('button', { name: 'Remove 192.0.2.1' }).focus();
  await act(async () => rerender(page([row('192.0.2.1', '-'), row('192.0.2.2', '+')])));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Note of 192.0.2.2' }));
  await act(async () => rerender(page([])));
  expect(document.activeElement?.textContent).toBe('Add entry');
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '@/components/ui/toast';
import type { OwnAddressRow } from '@/lib/view/white-list';
import { OwnAddressList } from './own-address-list';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
afterEach(cleanup);

const row = (address: string, coveredBy: string | null): OwnAddressRow => ({
  ...{ address, what: 'gateway', name: null, coveredBy, dismissed: null },
});
const saved = async () => ({ status: 'saved' as const, previous: [], revision: '' });
const actions = { protect: saved, undoTo: saved, dismiss: saved, guard: saved };
const page = (first: string | null, second: string | null) => (
  <ToastProvider>
    <OwnAddressList rows={[row('192.0.2.1', first), row('192.0.2.2', second)]} by={['x']} actions={actions} />
  </ToastProvider>
);

test('an address that was added hands the focus to the next one, the last one to the list', async () => {
  const { rerender } = render(page(null, null));
  const add = async (address: string, then: [string | null, string | null]) => {
    const button = screen.getByRole('button', { name: `Add ${address} to the white list` });
    button.focus();
    await act(async () => {
      fireEvent.click(button);
      rerender(page(...then));
    });
  };
  await add('192.0.2.1', ['192.0.2.1', null]);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Add 192.0.2.2 to the white list');
  await add('192.0.2.2', ['192.0.2.1', '192.0.2.2']);
  expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Our own addresses' }));
});

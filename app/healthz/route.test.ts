import { expect, it, vi } from 'vitest';
import { openDatabase, openDatabaseAt } from '@/lib/state/database';
import { GET } from './route';

vi.mock('@/lib/state/database', async (original) => ({ ...(await original<object>()), openDatabase: vi.fn() }));

it('says ok while the state can be read, and keeps that out of caches', async () => {
  vi.mocked(openDatabase).mockReturnValue(openDatabaseAt(':memory:'));
  const answer = GET();
  expect([answer.status, await answer.text()]).toEqual([200, 'ok\n']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

it('says that it is not ready, and not why, when the state cannot be read', async () => {
  const closed = openDatabaseAt(':memory:');
  closed.close();
  vi.mocked(openDatabase).mockReturnValue(closed);
  const answer = GET();
  expect([answer.status, await answer.text()]).toEqual([503, 'not ready\n']);
});

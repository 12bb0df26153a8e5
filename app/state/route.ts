import { currentPerson } from '@/app/current-person';
import { formatTime } from '@/app/format-time';
import type { ShellState } from '@/lib/view/shell-state';
import { loadShellState } from '@/lib/workflow/shell-state';

export const dynamic = 'force-dynamic';

/** What every page shows, as it is now. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const person = await currentPerson();
  if (!person?.permissions.includes('view')) return Response.json({ error: 'forbidden' }, { status: 403, headers });
  const state: ShellState = { ...(await loadShellState(person.id)), clock: formatTime(Date.now()) };
  return Response.json(state, { headers });
}

import { formatTime } from '@/app/format-time';
import { rotateCookie } from '@/app/keep-session';
import { requirePerson } from '@/app/require-person';
import type { ShellState } from '@/lib/view/shell-state';
import { loadShellState } from '@/lib/workflow/shell-state';

export const dynamic = 'force-dynamic';

/** What every page shows, as it is now. Asking does not count as being there: an open page must not keep a session alive. */
export async function GET(): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  await rotateCookie(person);
  const state: ShellState = { ...(await loadShellState(person.id)), clock: formatTime(Date.now()) };
  return Response.json(state, { headers: { 'cache-control': 'no-store' } });
}

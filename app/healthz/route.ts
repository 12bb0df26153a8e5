import { openDatabase } from '@/lib/state/database';

export const dynamic = 'force-dynamic';

const HEADERS = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** For a watchdog that nobody signs in: is Riposte up, can it read its own state? Says nothing else, nothing of the manager. */
export function GET(): Response {
  try {
    openDatabase().prepare('SELECT seq FROM audit LIMIT 1').get();
    return new Response('ok\n', { headers: HEADERS });
  } catch {
    return new Response('not ready\n', { status: 503, headers: HEADERS });
  }
}

import 'server-only';
import { browserWords } from '@/components/account/browser-words';
import type { SessionRow } from '@/components/account/session-list';
import { listSessions } from '@/lib/auth/sessions';
import type { Database } from '@/lib/state/database';
import { formatDay } from '../../format-time';

/** Where a person is signed in, in words; `current` is the session of whoever looks. */
export const sessionRows = (database: Database, person: string, current: string): SessionRow[] =>
  listSessions(database, person)
    .map(({ publicId, agent, address, createdAt, seenAt }) => ({
      ...{ id: publicId, browser: browserWords(agent), address },
      ...{ since: formatDay(createdAt), lastSeen: formatDay(seenAt) },
      isThis: publicId === current,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));

import 'server-only';
import type { ActionResult } from '@/lib/view/action-result';

const refused = (code: string, message: string, hint: string): Extract<ActionResult, { status: 'refused' }> => ({
  ...{ status: 'refused', code, message, hint },
  line: null,
});

export const NO_SUCH_USER = refused('no-such-user', 'There is no such user any more.', 'Reload the page.');
export const NO_SUCH_SESSION = refused('no-such-session', 'This session is over already.', 'Reload the page.');
export const LAST_ADMIN = refused(
  'last-admin',
  'This is the last administrator.',
  'Make somebody else an administrator first: nobody could manage users otherwise.',
);
export const MYSELF = refused('myself', 'You cannot disable yourself.', 'Another administrator can.');

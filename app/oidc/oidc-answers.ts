import 'server-only';
import type { OidcProblem } from '@/lib/auth/oidc-problems';
import { type OidcSettings, readOidcSetup } from '@/lib/auth/oidc-settings';
import { hasNoUsers } from '@/lib/auth/users';
import { log } from '@/lib/log/log';
import { openDatabase } from '@/lib/state/database';

const NEVER_KEPT = { 'cache-control': 'no-store' };

/** Sends the browser on. Only to a path of ours, or to the provider. */
export const goTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...NEVER_KEPT, location } });

/** Back to the sign-in page, which has the words. */
export const backToSignIn = (problem: OidcProblem): Response =>
  hopTo(`/sign-in?${new URLSearchParams({ oidc: problem })}`, 'You are not signed in.');

/** The settings; or the answer where there are none. */
export function oidcSettings(): OidcSettings | Response {
  const setup = readOidcSetup(process.env);
  switch (setup.kind) {
    case 'on':
      // The first start comes first: nobody but whoever has its link makes a user.
      return hasNoUsers(openDatabase()) ? goTo('/sign-in') : setup.settings;
    case 'off':
      return new Response('There is no sign-in with a provider here.\n', {
        status: 404,
        headers: { ...NEVER_KEPT, 'content-type': 'text/plain; charset=utf-8' },
      });
    case 'wrong':
      log('error', 'oidc-settings', { problem: setup.problem });
      return backToSignIn('settings');
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A page that goes on by itself. A redirect would still belong to the provider's site, and browsers keep the session's cookie
 * (SameSite=Strict) from it; a page of ours that opens another one does not.
 */
export function hopTo(path: string, words: string): Response {
  const href = path.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Riposte</title>
<meta http-equiv="refresh" content="0;url=${href}"></head>
<body><p>${words} <a href="${href}">Go on to Riposte</a></p></body></html>
`;
  return new Response(page, { headers: { ...NEVER_KEPT, 'content-type': 'text/html; charset=utf-8' } });
}

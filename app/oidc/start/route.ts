import { cookies } from 'next/headers';
import { currentPerson } from '@/app/current-person';
import { readNextPath } from '@/lib/auth/next-path';
import { startFlow } from '@/lib/auth/oidc-client';
import { flowCookie, redirectUri, writeFlow } from '@/lib/auth/oidc-flow';
import { backToSignIn, goTo, oidcSettings } from '../oidc-answers';

export const dynamic = 'force-dynamic';

/** On the way to the provider; with ?prove=1 to prove who one is in the session that there is. Only from our own pages. */
export async function GET(request: Request): Promise<Response> {
  const settings = oidcSettings();
  if (settings instanceof Response) return settings;
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  // Another page must not sign somebody in behind their back.
  if (site !== 'same-origin' && site !== 'none') return goTo('/sign-in');
  const uri = redirectUri(process.env, request.headers.get('host'));
  if (uri === null) return backToSignIn('settings');
  const { searchParams } = new URL(request.url);
  const prove = searchParams.get('prove') === null ? null : await currentPerson();
  const next = readNextPath(searchParams.get('next'));
  const started = await startFlow(settings, { redirectUri: uri, next, prove: prove?.session.publicId ?? null });
  if (!started.ok) return backToSignIn(started.problem);
  const { name, options } = flowCookie(process.env);
  (await cookies()).set(name, writeFlow(started.flow), options);
  return goTo(started.url.href);
}

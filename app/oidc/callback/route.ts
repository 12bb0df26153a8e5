import { cookies } from 'next/headers';
import { enterSession } from '@/app/keep-session';
import { requestFrom } from '@/app/request-from';
import { finishFlow } from '@/lib/auth/oidc-client';
import { flowCookie, readFlow, redirectUri } from '@/lib/auth/oidc-flow';
import { enterWithOidc, proveWithOidc } from '@/lib/auth/oidc-sign-in';
import { openDatabase } from '@/lib/state/database';
import { backToSignIn, hopTo, oidcSettings } from '../oidc-answers';

export const dynamic = 'force-dynamic';

const LONGEST_ANSWER = 8000;

/** Where the provider sends the browser back to. What the browser kept is used once, whatever comes of it. */
export async function GET(request: Request): Promise<Response> {
  const settings = oidcSettings();
  if (settings instanceof Response) return settings;
  const { name, options } = flowCookie(process.env);
  const jar = await cookies();
  const flow = readFlow(jar.get(name)?.value);
  jar.set(name, '', { ...options, maxAge: 0 });
  const { search } = new URL(request.url);
  if (!flow || search.length > LONGEST_ANSWER) return backToSignIn('answer');
  const uri = redirectUri(process.env, request.headers.get('host'));
  if (uri === null) return backToSignIn('settings');
  const finished = await finishFlow(settings, new URL(search, uri), flow);
  if (!finished.ok) return backToSignIn(finished.problem);
  const { identity } = finished;
  const who = { database: openDatabase(), identity, roles: settings.roles };
  if (flow.prove !== null) {
    const problem = proveWithOidc(who, flow.prove);
    return problem === null ? hopTo(flow.next, 'Thank you.') : backToSignIn(problem);
  }
  const entered = enterWithOidc(who, await requestFrom());
  if (!entered.ok) return backToSignIn(entered.problem);
  await enterSession(entered.secret);
  return hopTo(flow.next, 'You are signed in.');
}

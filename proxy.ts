// Runs before every page and action: refuses requests that are not for us or not from our own pages, and sends the
// security headers. A convenience for the whole app; each action still checks who is asking.
import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { publicOrigin } from './lib/auth/public-origin.ts';
import { allowedHostNames, describeRefusal, guardRequest } from './lib/auth/request-guard.ts';
import { isHttpsOrigin, refusalHeaders, responseHeaders } from './lib/auth/response-headers.ts';

// Files of the build are the same for everyone, so they need neither guard nor nonce.
export const config = { matcher: '/((?!_next/static/).*)' };

const hostNames = allowedHostNames(process.env);
const origin = publicOrigin(process.env);
const development = process.env.NODE_ENV === 'development';
const https = isHttpsOrigin(process.env.RIPOSTE_PUBLIC_ORIGIN);

export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const facts = { path: request.nextUrl.pathname, nonce, development, https };
  const headers = responseHeaders(facts);
  const verdict = guardRequest(
    {
      method: request.method,
      path: request.nextUrl.pathname,
      host: request.headers.get('host'),
      origin: request.headers.get('origin'),
      secFetchSite: request.headers.get('sec-fetch-site'),
    },
    hostNames,
    origin,
  );
  if (verdict.kind === 'refused') {
    return new NextResponse(`${describeRefusal(verdict)}\n`, {
      status: verdict.status,
      headers: refusalHeaders(facts),
    });
  }
  // Next reads the nonce for its own scripts from the request's policy; our layout reads x-nonce.
  const forwarded = new Headers(request.headers);
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  forwarded.set('x-nonce', nonce);
  // Next compares an action's Origin with this one before Host; the guard has compared it with the right one.
  forwarded.delete('x-forwarded-host');
  // A page that sends somebody to sign in says where to come back to.
  const { pathname, searchParams } = request.nextUrl;
  searchParams.delete('_rsc');
  forwarded.set('x-path', searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
  return NextResponse.next({ request: { headers: forwarded }, headers });
}

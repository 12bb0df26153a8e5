// Runs before every page and action: refuses requests that are not for us or not from our own pages, and sends the
// security headers. A convenience for the whole app; each action still checks who is asking.
import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/auth/content-security-policy.ts';
import { allowedHostNames, describeRefusal, guardRequest } from './lib/auth/request-guard.ts';

// Files of the build are the same for everyone, so they need neither guard nor nonce.
export const config = { matcher: '/((?!_next/static/).*)' };

const SECURITY_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const hostNames = allowedHostNames(process.env);
const development = process.env.NODE_ENV === 'development';

export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, { development });
  const headers = { ...SECURITY_HEADERS, 'Content-Security-Policy': policy };
  const verdict = guardRequest(
    {
      method: request.method,
      host: request.headers.get('host'),
      origin: request.headers.get('origin'),
      secFetchSite: request.headers.get('sec-fetch-site'),
    },
    hostNames,
  );
  if (verdict.kind === 'refused') {
    return new NextResponse(`${describeRefusal(verdict)}\n`, { status: verdict.status, headers });
  }
  // Next reads the nonce for its own scripts from the request's policy; our layout reads x-nonce.
  const forwarded = new Headers(request.headers);
  forwarded.set('Content-Security-Policy', policy);
  forwarded.set('x-nonce', nonce);
  return NextResponse.next({ request: { headers: forwarded }, headers });
}

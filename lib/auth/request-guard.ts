// Owns which HTTP requests are let in at all: those that name this server, and writes that come from its own pages.
// Pure: knows header values and a list of names, no session and no framework.
// Why Next's own check is not enough: it lets a POST without Origin pass, trusts X-Forwarded-Host, and does not know
// which hosts are ours (DNS rebinding).

import type { PublicOrigin } from './public-origin.ts';

/** The header values a verdict needs; null where the request has none. */
export type RequestFacts = {
  method: string;
  path?: string;
  host: string | null;
  origin: string | null;
  secFetchSite: string | null;
};

export type Verdict =
  | { kind: 'allowed' }
  | { kind: 'refused'; code: 'unknown-host'; status: 421 }
  | { kind: 'refused'; code: 'foreign-origin'; status: 403 };

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const READING = ['GET', 'HEAD'];

/**
 * Judges one request. `names` are host names without a port, as `allowedHostNames` returns them. With a public origin only
 * that one is served; a health check on this machine still gets its answer.
 */
export function guardRequest(
  request: RequestFacts,
  names: ReadonlySet<string>,
  only: PublicOrigin | null = null,
): Verdict {
  if (only !== null && !isHealthCheck(request)) return guardPublic(request, only);
  const name = readHostName(request.host);
  if (name === undefined || !names.has(name)) return { kind: 'refused', code: 'unknown-host', status: 421 };
  if (READING.includes(request.method)) return { kind: 'allowed' };
  const isOwnPage =
    readOriginHost(request.origin) === request.host?.toLowerCase() &&
    (request.secFetchSite === null || request.secFetchSite === 'same-origin');
  return isOwnPage ? { kind: 'allowed' } : { kind: 'refused', code: 'foreign-origin', status: 403 };
}

function guardPublic({ method, host, origin, secFetchSite }: RequestFacts, only: PublicOrigin): Verdict {
  if (host?.toLowerCase() !== only.host) return { kind: 'refused', code: 'unknown-host', status: 421 };
  if (READING.includes(method)) return { kind: 'allowed' };
  const isOwnPage = origin?.toLowerCase() === only.origin && (secFetchSite === null || secFetchSite === 'same-origin');
  return isOwnPage ? { kind: 'allowed' } : { kind: 'refused', code: 'foreign-origin', status: 403 };
}

const isHealthCheck = ({ method, host, path }: RequestFacts): boolean =>
  READING.includes(method) && path === '/healthz' && LOCAL_NAMES.includes(readHostName(host) ?? '');

/** The names this server answers to: the local ones, HOST, and RIPOSTE_ALLOWED_HOSTS (a comma list); any port. */
export function allowedHostNames(env: Readonly<Record<string, string | undefined>>): ReadonlySet<string> {
  const listed = [env.HOST, ...(env.RIPOSTE_ALLOWED_HOSTS ?? '').split(',')].map((name) => readListedName(name));
  return new Set([...LOCAL_NAMES, ...listed.filter((name) => name !== undefined)]);
}

/** What a refused request is told. */
export function describeRefusal(verdict: Extract<Verdict, { kind: 'refused' }>): string {
  switch (verdict.code) {
    case 'unknown-host':
      return 'Riposte does not answer to this host name. Whoever runs it sets the name: RIPOSTE_PUBLIC_ORIGIN, or RIPOSTE_ALLOWED_HOSTS.';
    case 'foreign-origin':
      return 'Riposte takes changes only from its own pages. Reload the page and try again.';
  }
}

/** The lower-case name in a Host header, IPv6 in brackets; undefined when it is malformed. */
function readHostName(host: string | null): string | undefined {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
}

/** A configured name may carry a port or be a bare IPv6 address. */
function readListedName(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  const isBareIpv6 = /^[\da-f.]*:[\da-f.]*:[\da-f:.]*$/i.test(trimmed);
  return readHostName(isBareIpv6 ? `[${trimmed}]` : trimmed);
}

/** `host[:port]` of an Origin header; undefined for none, `null`, and anything but http and https. */
function readOriginHost(origin: string | null): string | undefined {
  return /^https?:\/\/([^/?#@\s]+)$/i.exec(origin ?? '')?.[1]?.toLowerCase();
}

// Owns the headers that go with every answer: what a browser must not do with it. Pure: knows a path, a nonce and what kind
// of server this is, no request. Next does not let a route replace a header of the proxy, so all of it is decided here.
import { contentSecurityPolicy } from './content-security-policy.ts';

export type AnswerFacts = {
  path: string;
  nonce: string;
  development: boolean;
  /** Do browsers reach us over https, here or at a proxy in front? */
  https: boolean;
};

const ALWAYS = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
};

/** A year; the other names under ours are not ours to speak for. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' };

/** What a file or data may do if a browser is made to show it as a page after all. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** What answers data instead of a page: every route handler, by the last part of its path (app/routes.test.ts). */
const DATA_PATHS = /\/(backtest|events|export|file|healthz|lines|matches|patch|search|skeleton|state)$/;

export const isDataPath = (path: string): boolean => DATA_PATHS.test(path);

/** The policy of an answer: a page's, with its nonce, or that of data. */
export const policyFor = ({ path, nonce, development }: AnswerFacts): string =>
  isDataPath(path) ? DATA_POLICY : contentSecurityPolicy(nonce, { development });

/** All headers of an answer but those that say what it is. */
export function responseHeaders(facts: AnswerFacts): Record<string, string> {
  const cache = isDataPath(facts.path) && { 'Cache-Control': cacheFor(facts.path) };
  return { ...ALWAYS, ...(facts.https && HTTPS_ONLY), ...cache, 'Content-Security-Policy': policyFor(facts) };
}

/** Next says no-store for pages itself. A stream of events must not be compressed: that would hold it back. */
const cacheFor = (path: string): string => (path.endsWith('/events') ? 'no-store, no-transform' : 'no-store');

/** What is answered without a page: nobody keeps it. */
export const refusalHeaders = (facts: AnswerFacts): Record<string, string> => ({
  ...responseHeaders(facts),
  'Cache-Control': 'no-store',
  'Content-Type': 'text/plain; charset=utf-8',
});

/** Is the origin that people type an https one? */
export const isHttpsOrigin = (origin: string | undefined): boolean => /^https:\/\//i.test(origin?.trim() ?? '');

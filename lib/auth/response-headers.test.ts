import { expect, it } from 'vitest';
import { isDataPath, isHttpsOrigin, refusalHeaders, responseHeaders } from './response-headers.ts';

const facts = { path: '/', nonce: 'N', development: false, https: false };

it('every answer forbids guessing, framing, embedding and telling where one came from', () => {
  expect(responseHeaders(facts)).toMatchObject({
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Frame-Options': 'DENY',
    'X-Permitted-Cross-Domain-Policies': 'none',
  });
});

it('browsers are told to stay on https only where people come over https', () => {
  expect(responseHeaders(facts)).not.toHaveProperty('Strict-Transport-Security');
  expect(responseHeaders({ ...facts, https: true })).toHaveProperty('Strict-Transport-Security', 'max-age=31536000');
  expect(['https://riposte.example', ' HTTPS://x', 'http://x', '', undefined].map(isHttpsOrigin)).toEqual([
    ...[true, true, false, false, false],
  ]);
});

it('a page has its nonce; data shown as a page could do nothing', () => {
  expect(responseHeaders(facts)['Content-Security-Policy']).toContain("script-src 'nonce-N'");
  for (const path of ['/audit/export', '/history/7/patch', '/healthz', '/state']) {
    const policy = responseHeaders({ ...facts, path })['Content-Security-Policy'];
    expect(policy).toMatch(/^default-src 'none';.*; sandbox$/);
    expect(policy).not.toContain('nonce');
  }
});

it('data is kept by no cache, whatever its route says, and a stream of events goes through as it is', () => {
  const cacheOf = (path: string) => responseHeaders({ ...facts, path })['Cache-Control'];
  expect(['/audit/export', '/apply/7/events', '/'].map(cacheOf)).toEqual([
    ...['no-store', 'no-store, no-transform', undefined],
  ]);
});

it('a page whose name only looks like data stays a page', () => {
  expect(['/history', '/exports', '/state/x', '/patch.html', '/responses/new'].filter(isDataPath)).toEqual([]);
});

it('a refusal is plain text that nobody keeps', () => {
  expect(refusalHeaders(facts)).toMatchObject({
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
  });
});

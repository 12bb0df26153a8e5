import { expect, it } from 'vitest';
import { flowCookie, readFlow, redirectUri, writeFlow } from './oidc-flow.ts';

const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const flow = { state: secret, nonce: secret, verifier: secret, next: '/review?a=b', prove: null };

it('what is written is read', () => {
  expect(readFlow(writeFlow(flow))).toEqual(flow);
});

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example'])(
  '%s is no way on',
  (next) => {
    expect(readFlow(writeFlow({ ...flow, next }))?.next).toBe('/');
  },
);

it.each([
  undefined,
  '',
  '!',
  'bnVsbA',
  writeFlow({ ...flow, state: '' }),
  writeFlow({ ...flow, nonce: 'x'.repeat(201) }),
  writeFlow({ ...flow, prove: 'x'.repeat(101) }),
])('%s is no flow', (text) => {
  expect(readFlow(text)).toBeNull();
});

it('the cookie is for the way back only, and bound to https where there is https', () => {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 600 };
  expect(flowCookie({})).toEqual({ name: 'riposte-oidc', options: { ...options, secure: false } });
  expect(flowCookie({ RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' })).toEqual({
    name: '__Host-riposte-oidc',
    options: { ...options, secure: true },
  });
});

it.each([
  ['127.0.0.1:3000', 'http://127.0.0.1:3000/oidc/callback'],
  ['localhost:3000', 'http://localhost:3000/oidc/callback'],
  ['[::1]:3000', 'http://[::1]:3000/oidc/callback'],
  ['evil.example', null],
  ['127.0.0.1.evil.example', null],
  ['127.0.0.1:3000@evil.example', null],
  ['evil.example/127.0.0.1', null],
  ['', null],
  [null, null],
])('on this machine the host %j leads back to %j', (host, uri) => {
  expect(redirectUri({}, host)).toBe(uri);
});

it('a configured origin is the only one', () => {
  const env = { RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' };
  expect(redirectUri(env, 'localhost:3000')).toBe('https://riposte.example/oidc/callback');
});

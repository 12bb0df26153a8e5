import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';
import { publicOrigin } from './public-origin.ts';
import { sessionCookie } from './session-cookie.ts';

it.each([{}, { RIPOSTE_PUBLIC_ORIGIN: '' }, { RIPOSTE_PUBLIC_ORIGIN: '  ' }])('%j names no origin', (env) => {
  expect(publicOrigin(env)).toBeNull();
});

it('an origin is read as browsers write it', () => {
  expect(publicOrigin({ RIPOSTE_PUBLIC_ORIGIN: 'https://Riposte.Example:443/' })).toEqual({
    ...{ origin: 'https://riposte.example', host: 'riposte.example', secure: true },
  });
  expect(publicOrigin({ RIPOSTE_PUBLIC_ORIGIN: 'http://10.0.0.7:3000' })).toEqual({
    ...{ origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000', secure: false },
  });
});

it.each([
  'riposte.example',
  'https://riposte.example/path',
  'https://a@b.example',
  'ftp://x',
  'https://a.example?x',
  '*',
])('%s is no origin, and nothing runs on a guess', (text) => {
  expect(() => publicOrigin({ RIPOSTE_PUBLIC_ORIGIN: text })).toThrow('is no origin');
});

it('where the origin is https browsers send the cookie over nothing else', () => {
  const options = { httpOnly: true, sameSite: 'strict', path: '/' };
  expect(sessionCookie({})).toEqual({ name: 'riposte-session', options: { ...options, secure: false } });
  expect(sessionCookie({ RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' })).toEqual({
    ...{ name: '__Host-riposte-session', options: { ...options, secure: true } },
  });
});

const facts = { socket: '::ffff:10.0.0.7', forwardedFor: '6.6.6.6, 192.0.2.9', isBehindProxy: false };
it.each([
  ['without a proxy the header is a stranger to us', facts, '10.0.0.7'],
  ['behind one its last word counts', { ...facts, isBehindProxy: true }, '192.0.2.9'],
  ['words that are no address do not count', { ...facts, forwardedFor: 'x\ny', isBehindProxy: true }, '10.0.0.7'],
  ['a proxy that says nothing', { ...facts, forwardedFor: undefined, isBehindProxy: true }, '10.0.0.7'],
  ['a socket that is gone', { ...facts, socket: undefined }, 'unknown'],
])('%s', (_, given, address) => {
  expect(clientAddress(given)).toBe(address);
});

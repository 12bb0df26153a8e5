import { expect, test } from 'vitest';
import { exposureProblem, isLoopback, listenHost } from './exposure.mjs';

const https = { RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' };

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.evil.example', false],
])('%s is loopback: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

test.each([
  ['127.0.0.1', {}],
  ['::1', {}],
  ['127.0.0.1', https],
  ['0.0.0.0', https],
  ['0.0.0.0', { RIPOSTE_ALLOW_HTTP: '1' }],
])('%s with %j may be served', (host, env) => {
  expect(exposureProblem(host, env)).toBeNull();
});

test.each([
  ['0.0.0.0', {}],
  ['::', {}],
  ['10.0.0.7', {}],
  ['10.0.0.7', { RIPOSTE_PUBLIC_ORIGIN: 'http://riposte.example' }],
  ['10.0.0.7', { RIPOSTE_ALLOW_HTTP: 'yes' }],
])('%s with %j is refused with both ways out', (host, env) => {
  const problem = exposureProblem(host, env);
  expect(problem).toContain(`HOST=${host} lets others reach Riposte`);
  expect(problem).toContain('RIPOSTE_PUBLIC_ORIGIN=https://');
  expect(problem).toContain('RIPOSTE_ALLOW_HTTP=1');
});

test.each(['riposte.example', 'https://riposte.example/path', 'https://a@b.example', 'ftp://x', '*'])(
  'RIPOSTE_PUBLIC_ORIGIN=%s is refused wherever it listens',
  (origin) => {
    const env = { RIPOSTE_PUBLIC_ORIGIN: origin, RIPOSTE_ALLOW_HTTP: '1' };
    expect(exposureProblem('127.0.0.1', env)).toContain('is no origin');
  },
);

test('a container starts the server without us, and Next listens on all addresses then', () => {
  expect(listenHost({ HOST: '10.0.0.7' })).toBe('10.0.0.7');
  expect(listenHost({})).toBe('127.0.0.1');
  expect(listenHost({ __NEXT_PRIVATE_STANDALONE_CONFIG: '{}' })).toBe('0.0.0.0');
  expect(listenHost({ __NEXT_PRIVATE_STANDALONE_CONFIG: '{}', HOSTNAME: '127.0.0.1' })).toBe('127.0.0.1');
});

import { expect, it } from 'vitest';
import { readNextPath, signInPath } from './next-path.ts';

it.each(['/', '/review', '/history?id=3&q=a%2Fb', '/responses/r0', '/sign-in-help', '/setup-notes'])(
  '%s is ours',
  (path) => {
    expect(readNextPath(path)).toBe(path);
  },
);

it.each([
  ...[undefined, null, 7, ['/review'], '', 'review', 'https://evil.example', '//evil.example', '/\\evil.example'],
  ...['\\\\evil.example', '/\t/evil.example', '/\n/evil.example', '/a\\b', ' /review', 'javascript:alert(1)'],
  ...['/sign-in', '/sign-in?next=/', '/setup?token=x', `/${'a'.repeat(2000)}`],
])('%j leads to the overview', (path) => {
  expect(readNextPath(path)).toBe('/');
});

it('whatever passes stays on this host', () => {
  for (const path of ['/review', '/a//b', '/.//evil.example', '/?//evil.example', '/@evil.example']) {
    expect(new URL(readNextPath(path), 'https://riposte.example').host).toBe('riposte.example');
  }
});

it('the sign-in page leads back', () => {
  expect(signInPath('/review?a=1')).toBe('/sign-in?next=%2Freview%3Fa%3D1');
  expect([signInPath('/'), signInPath(null), signInPath('//evil.example')]).toEqual([
    '/sign-in',
    '/sign-in',
    '/sign-in',
  ]);
});

import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

test('production allows our own files and nonced code only', () => {
  expect(contentSecurityPolicy('N', { development: false })).toBe(
    "default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
      "frame-ancestors 'none'; object-src 'none'",
  );
});

test('production has nothing unsafe and no other host', () => {
  expect(contentSecurityPolicy('N', { development: false })).not.toMatch(/unsafe|https?:|\*|ws:/);
});

test('development may evaluate, style inline and open its socket, and still needs the nonce for scripts', () => {
  const policy = contentSecurityPolicy('N', { development: true });
  expect(policy).toContain("script-src 'nonce-N' 'strict-dynamic' 'unsafe-eval'");
  expect(policy).toContain("style-src 'self' 'unsafe-inline';");
  expect(policy).toContain("connect-src 'self' ws:");
});

import { expect, it } from 'vitest';
import { readOidcSetup } from './oidc-settings.ts';

const env = {
  RIPOSTE_OIDC_ISSUER: 'https://id.example.org/realms/soc',
  RIPOSTE_OIDC_CLIENT_ID: 'riposte',
  RIPOSTE_OIDC_CLIENT_SECRET: 'hush',
  RIPOSTE_OIDC_ROLES: 'soc=operator',
};

it('is off without an issuer', () => {
  expect(readOidcSetup({})).toEqual({ kind: 'off' });
  expect(readOidcSetup({ ...env, RIPOSTE_OIDC_ISSUER: ' ' })).toEqual({ kind: 'off' });
});

it('needs four settings and has words for the others', () => {
  expect(readOidcSetup(env)).toEqual({
    kind: 'on',
    settings: {
      issuer: new URL('https://id.example.org/realms/soc'),
      clientId: 'riposte',
      clientSecret: 'hush',
      name: 'id.example.org',
      scope: 'openid profile email',
      groupsClaim: 'groups',
      roles: [{ group: 'soc', role: 'operator' }],
    },
  });
});

it.each([
  ['RIPOSTE_OIDC_ISSUER', 'id.example.org', /no address/],
  ['RIPOSTE_OIDC_ISSUER', 'https://me:pw@id.example.org', /no address/],
  ['RIPOSTE_OIDC_ISSUER', 'http://id.example.org', /not https/],
  ['RIPOSTE_OIDC_ISSUER', 'http://127.0.0.1.example.org', /not https/],
  ['RIPOSTE_OIDC_ISSUER', 'file:///etc', /not https/],
  ['RIPOSTE_OIDC_CLIENT_ID', '', /CLIENT_ID is not set/],
  ['RIPOSTE_OIDC_CLIENT_SECRET', undefined, /CLIENT_SECRET is not set/],
  ['RIPOSTE_OIDC_SCOPE', 'profile', /openid/],
  ['RIPOSTE_OIDC_ROLES', undefined, /names no group/],
  ['RIPOSTE_OIDC_ROLES', 'soc=boss', /soc=boss/],
])('%s=%s is wrong and says why, never with the secret', (key, value, problem) => {
  const setup = readOidcSetup({ ...env, [key]: value });
  expect(setup).toEqual({ kind: 'wrong', problem: expect.stringMatching(problem) });
  expect(JSON.stringify(setup)).not.toContain('hush');
});

it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])('%s may be http', (issuer) => {
  expect(readOidcSetup({ ...env, RIPOSTE_OIDC_ISSUER: issuer }).kind).toBe('on');
});

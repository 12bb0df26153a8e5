/*
 * What the environment says about sign-in through an OIDC provider. Pure: asks no provider. Wrong settings are told, and
 * switch it off: nobody signs in on a guess.
 */
import { type RoleMap, readRoleMap } from './oidc-roles.ts';

type Env = Readonly<Record<string, string | undefined>>;

export type OidcSettings = {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
  scope: string;
  groupsClaim: string;
  roles: RoleMap;
};

export type OidcSetup = { kind: 'off' } | { kind: 'on'; settings: OidcSettings } | { kind: 'wrong'; problem: string };

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** What every provider knows. One that gives groups only for a scope of their own needs RIPOSTE_OIDC_SCOPE. */
const SCOPE = 'openid profile email';

export const isLoopback = ({ hostname }: Pick<URL, 'hostname'>): boolean => LOOPBACK.includes(hostname);

export function readOidcSetup(env: Env): OidcSetup {
  const issuerText = env.RIPOSTE_OIDC_ISSUER?.trim();
  if (!issuerText) return { kind: 'off' };
  const wrong = (problem: string): OidcSetup => ({ kind: 'wrong', problem });
  const issuer = URL.canParse(issuerText) ? new URL(issuerText) : null;
  if (issuer === null || issuer.username + issuer.search + issuer.hash !== '') {
    return wrong(
      'RIPOSTE_OIDC_ISSUER is no address of a provider. Give it as https://name, as the provider names itself.',
    );
  }
  if (issuer.protocol !== 'https:' && !(issuer.protocol === 'http:' && isLoopback(issuer))) {
    return wrong('RIPOSTE_OIDC_ISSUER is not https. Only a provider on this machine may be reached over http.');
  }
  const clientId = env.RIPOSTE_OIDC_CLIENT_ID?.trim();
  const clientSecret = env.RIPOSTE_OIDC_CLIENT_SECRET?.trim();
  if (!clientId) return wrong('RIPOSTE_OIDC_CLIENT_ID is not set.');
  if (!clientSecret) return wrong('RIPOSTE_OIDC_CLIENT_SECRET is not set.');
  const scope = env.RIPOSTE_OIDC_SCOPE?.trim() || SCOPE;
  if (!scope.split(/\s+/).includes('openid')) return wrong('RIPOSTE_OIDC_SCOPE does not hold openid.');
  const read = readRoleMap(env.RIPOSTE_OIDC_ROLES ?? '');
  if (!read.ok) return wrong(`RIPOSTE_OIDC_ROLES: ${read.problem}`);
  const name = env.RIPOSTE_OIDC_NAME?.trim().slice(0, 60) || issuer.host;
  const groupsClaim = env.RIPOSTE_OIDC_GROUPS_CLAIM?.trim() || 'groups';
  return { kind: 'on', settings: { issuer, clientId, clientSecret, name, scope, groupsClaim, roles: read.map } };
}

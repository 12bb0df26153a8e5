/*
 * The conversation with the OIDC provider, through openid-client: discovery, the way there, and what came back. The only
 * requests that leave for anything but the manager. Knows no user and no cookie.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { log, reasonOf } from '../log/log.ts';
import type { OidcFlow } from './oidc-flow.ts';
import type { OidcProblem } from './oidc-problems.ts';
import { readClaim, readGroups } from './oidc-roles.ts';
import type { OidcSettings } from './oidc-settings.ts';

const TIMEOUT_SECONDS = 10;
/** A provider may move its endpoints; asking at each sign-in would be a request for nothing. */
const FRESH_MS = 60 * 60_000;
/** To prove who one is again means to sign in there again, not to be waved through. */
const PROOF_SECONDS = 300;

export type OidcIdentity = {
  issuer: string;
  subject: string;
  groups: string[];
  /** What the provider calls the person: the first is the best. */
  names: string[];
  logins: string[];
  /** When the person proved there who they are, epoch milliseconds; null when the provider does not say. */
  provedAt: number | null;
};

type Failed = { ok: false; problem: OidcProblem };

const shared = globalThis as { riposteOidc?: { key: string; at: number; found: Promise<Configuration> } };

/** What the provider says of itself: asked at the first use, then once an hour. A failure is not kept. */
function discover({ issuer, clientId, clientSecret }: OidcSettings, now = Date.now()): Promise<Configuration> {
  const key = `${issuer.href} ${clientId}`;
  const known = shared.riposteOidc;
  if (known?.key === key && now - known.at < FRESH_MS) return known.found;
  // Only a provider on this machine may be http: oidc-settings.ts.
  const insecure = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  const found = discovery(issuer, clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    execute: [enableNonRepudiationChecks, ...insecure],
  });
  const entry = { key, at: now, found };
  shared.riposteOidc = entry;
  found.catch(() => {
    if (shared.riposteOidc === entry) delete shared.riposteOidc;
  });
  return found;
}

type Start = { redirectUri: string; next: string; prove: string | null };

/** Where to send the browser, and what it has to keep until it is back. */
export async function startFlow(
  settings: OidcSettings,
  { redirectUri, next, prove }: Start,
): Promise<{ ok: true; url: URL; flow: OidcFlow } | Failed> {
  try {
    const config = await discover(settings);
    const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), next, prove };
    const url = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: settings.scope,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      ...(prove !== null && { prompt: 'login', max_age: String(PROOF_SECONDS) }),
    });
    return { ok: true, url, flow };
  } catch (thrown) {
    return fail(settings, thrown);
  }
}

/** Whom the provider says this is. `callback` is the registered address with the query that the browser brought. */
export async function finishFlow(
  settings: OidcSettings,
  callback: URL,
  flow: OidcFlow,
): Promise<{ ok: true; identity: OidcIdentity } | Failed> {
  try {
    const config = await discover(settings);
    const tokens = await authorizationCodeGrant(config, callback, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
      ...(flow.prove !== null && { maxAge: PROOF_SECONDS }),
    });
    const idToken = tokens.claims();
    if (!idToken) return { ok: false, problem: 'answer' };
    let claims: Record<string, unknown> = idToken;
    if (readClaim(claims, settings.groupsClaim) === undefined && config.serverMetadata().userinfo_endpoint) {
      claims = { ...(await fetchUserInfo(config, tokens.access_token, idToken.sub)), ...idToken };
    }
    const words = (...names: string[]) => names.flatMap((name) => readGroups(claims[name]));
    return {
      ok: true,
      identity: {
        issuer: idToken.iss,
        subject: idToken.sub,
        groups: readGroups(readClaim(claims, settings.groupsClaim)),
        names: words('name', 'preferred_username', 'email'),
        logins: words('preferred_username', 'email', 'name'),
        provedAt: typeof idToken.auth_time === 'number' ? idToken.auth_time * 1000 : null,
      },
    };
  } catch (thrown) {
    return fail(settings, thrown);
  }
}

/** What a browser is told is one of a few codes; the log has the reason, never a token. */
function fail({ issuer }: OidcSettings, thrown: unknown): Failed {
  const problem = problemOf(thrown);
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? reasonOf(thrown.cause) : undefined;
  log('warn', 'oidc-failed', { issuer: issuer.href, problem, reason: reasonOf(thrown), cause });
  return { ok: false, problem };
}

const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];
/** What a token endpoint says when it does not take us for who we say we are. */
const OURS = ['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'];

function problemOf(thrown: unknown): OidcProblem {
  if (!(thrown instanceof Error)) return 'answer';
  const { error, code } = thrown as { error?: unknown; code?: unknown };
  if (OURS.includes(String(error))) return 'settings';
  if (thrown instanceof AuthorizationResponseError) return 'cancelled';
  if (thrown instanceof ClientError && AWAY.includes(String(code))) return 'away';
  // Node's fetch: refused, no such name, a certificate that is none.
  return thrown instanceof TypeError && thrown.cause instanceof Error ? 'away' : 'answer';
}

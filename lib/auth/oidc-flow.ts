/*
 * What a browser keeps while it is away at the provider: a cookie of its own, since the session's cookie does not come along
 * when another site sends the browser back. Pure; sets nothing.
 */
import * as z from 'zod/mini';
import { readNextPath } from './next-path.ts';
import { isLoopback } from './oidc-settings.ts';
import { publicOrigin } from './public-origin.ts';

type Env = Readonly<Record<string, string | undefined>>;

const text = z.string().check(z.minLength(20), z.maxLength(200));
const flowSchema = z.object({
  state: text,
  nonce: text,
  verifier: text,
  /** Where to go afterwards. */
  next: z.string().check(z.maxLength(2000)),
  /** The session that is to be proved, by its public id; null to sign in. */
  prove: z.nullable(z.string().check(z.maxLength(100))),
});
export type OidcFlow = z.output<typeof flowSchema>;

/** Who has not come back by then starts again. */
export const FLOW_SECONDS = 600;

export type FlowCookie = {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge: number };
};

/** Lax: the way back from the provider is a top-level GET from another site. It opens nothing by itself. */
export function flowCookie(env: Env): FlowCookie {
  const secure = publicOrigin(env)?.secure ?? false;
  const name = secure ? '__Host-riposte-oidc' : 'riposte-oidc';
  return { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: FLOW_SECONDS } };
}

export const writeFlow = (flow: OidcFlow): string => Buffer.from(JSON.stringify(flow)).toString('base64url');

/** The flow that a cookie tells; null for none and for what is not one. */
export function readFlow(value: string | undefined): OidcFlow | null {
  try {
    const read = flowSchema.safeParse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8')));
    return read.success ? { ...read.data, next: readNextPath(read.data.next) } : null;
  } catch {
    return null;
  }
}

/**
 * The one address the provider may send browsers back to: on the configured origin, or on this machine. Null for any other host:
 * what a browser says its host is must never become part of it.
 */
export function redirectUri(env: Env, host: string | null): string | null {
  const configured = publicOrigin(env)?.origin;
  if (configured) return `${configured}/oidc/callback`;
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url && isLoopback(url) && url.host === host ? `${url.origin}/oidc/callback` : null;
}

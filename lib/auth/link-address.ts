/*
 * The address of a one-time link, as it is printed. Pure.
 */
import { publicOrigin } from './public-origin.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where browsers reach this Riposte: the public origin, else this machine's own address and PORT. */
export function linkAddress(secret: string, env: Env): string {
  const origin = publicOrigin(env)?.origin ?? `http://${localHost(env.HOST)}:${env.PORT || '3000'}`;
  return `${origin}/setup?token=${secret}`;
}

/** An address that a browser on this machine can open. */
function localHost(host: string | undefined): string {
  if (!host || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

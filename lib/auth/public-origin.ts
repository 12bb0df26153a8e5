/*
 * Where browsers reach Riposte: RIPOSTE_PUBLIC_ORIGIN, set where something stands in front of it (TLS, a reverse proxy).
 * Pure: reads what it is given.
 */

type Env = Readonly<Record<string, string | undefined>>;

export type PublicOrigin = {
  /** "https://riposte.example" */
  origin: string;
  /** As a Host header carries it. */
  host: string;
  secure: boolean;
};

/** The configured origin; null for none. Throws when it is set and is no origin: nothing may run on a guess. */
export function publicOrigin(env: Env): PublicOrigin | null {
  const text = env.RIPOSTE_PUBLIC_ORIGIN?.trim();
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isOrigin) {
    throw new Error(`RIPOSTE_PUBLIC_ORIGIN=${text} is no origin. Give it as https://name or https://name:port.`);
  }
  return { origin: url.origin, host: url.host, secure: url.protocol === 'https:' };
}

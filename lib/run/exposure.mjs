// Owns who may reach a server: this machine alone, or others over TLS. Everything else has to be asked for in so many words.
// Asked before the build, and again in the server itself (instrumentation.ts), which a container starts without us.

/** Whether only this machine can reach that host. */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Why a server must not listen there; null when it may. */
export function exposureProblem(host, env) {
  const origin = env.RIPOSTE_PUBLIC_ORIGIN?.trim() ?? '';
  if (origin !== '' && !isOrigin(origin)) {
    return `RIPOSTE_PUBLIC_ORIGIN=${origin} is no origin. Give it as https://name or https://name:port.`;
  }
  if (isLoopback(host) || origin.startsWith('https://') || env.RIPOSTE_ALLOW_HTTP === '1') return null;
  return [
    `HOST=${host} lets others reach Riposte, and without TLS everybody on the way can read passwords and sessions.`,
    'Put a reverse proxy with TLS in front of it and say under which name: RIPOSTE_PUBLIC_ORIGIN=https://riposte.example',
    'To go without TLS all the same: RIPOSTE_ALLOW_HTTP=1',
  ].join('\n');
}

/** The host a running server listens on: what `npm start` set, or what Next's standalone server goes by. */
export function listenHost(env) {
  return env.HOST || (env.__NEXT_PRIVATE_STANDALONE_CONFIG ? env.HOSTNAME || '0.0.0.0' : '127.0.0.1');
}

function isOrigin(text) {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

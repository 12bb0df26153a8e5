/*
 * Whose address a request counts for: the socket's, or behind a reverse proxy what that says. Pure.
 */

/** Set on each request by instrumentation.ts, over whatever the client sent. */
export const ADDRESS_HEADER = 'x-riposte-address';

type Facts = { socket: string | undefined; forwardedFor: string | undefined; isBehindProxy: boolean };

/** Only the last hop is the proxy's own word; what stands before it anybody can write. */
export function clientAddress({ socket, forwardedFor, isBehindProxy }: Facts): string {
  const last = isBehindProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  const address = last && /^[\da-f.:]{2,45}$/i.test(last) ? last : (socket ?? '');
  return address.replace(/^::ffff:(?=\d+\.)/i, '') || 'unknown';
}

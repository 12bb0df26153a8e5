/*
 * Writes on every request whose address it counts for, over whatever the client wrote there. Knows no session: Next tells an
 * action nothing of the socket, so the header is how it learns.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { ADDRESS_HEADER, clientAddress } from './client-address.ts';
import { publicOrigin } from './public-origin.ts';

const shared = globalThis as { riposteAddresses?: boolean };

/** Starts it; nothing happens the second time. */
export function watchAddresses(): void {
  if (shared.riposteAddresses) return;
  shared.riposteAddresses = true;
  const isBehindProxy = publicOrigin(process.env) !== null;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const sent = request.headers['x-forwarded-for'];
    const forwardedFor = Array.isArray(sent) ? sent.join(',') : sent;
    request.headers[ADDRESS_HEADER] = clientAddress({
      ...{ forwardedFor, isBehindProxy },
      socket: request.socket.remoteAddress,
    });
  });
}

/*
 * Test only. A local server that stands in for the Wazuh indexer: keeps alerts in memory, one index a day, knows one user, and
 * refuses what the indexer would. Tests may answer in its place.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answerSearch, type Indices } from './answer-search.ts';
import { type Json, RefusedRequest } from './refused-request.ts';

export const STAND_IN_USER = 'riposte';
export const STAND_IN_PASSWORD = 'a password: with ümlauts';

export type StandInOptions = {
  tls?: { key: string; cert: string };
  /** Answers instead of the search; undefined leaves it to the search. */
  instead?: (response: ServerResponse, request: IncomingMessage) => true | undefined;
};

export type IndexerStandIn = {
  url: URL;
  /** Bodies of the searches so far. */
  searches: Json[];
  close(): Promise<void>;
};

export async function startIndexerStandIn(
  lines: readonly string[],
  options: StandInOptions = {},
): Promise<IndexerStandIn> {
  const indices = indexByDay(lines);
  const searches: Json[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (options.instead?.(response, request)) return;
      const { status, body } = answerRequest(indices, request, { parts, searches });
      response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
      response.end(JSON.stringify(body));
    });
  };
  const server = options.tls ? createTlsServer(options.tls, handle) : createServer(handle);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(options.tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`),
    searches,
    close: () => {
      const { promise: closed, resolve: done } = Promise.withResolvers<void>();
      server.close(() => done());
      server.closeAllConnections();
      return closed;
    },
  };
}

type Received = { parts: readonly Buffer[]; searches: Json[] };

function answerRequest(indices: Indices, request: IncomingMessage, { parts, searches }: Received) {
  try {
    const wanted = `Basic ${Buffer.from(`${STAND_IN_USER}:${STAND_IN_PASSWORD}`).toString('base64')}`;
    if (request.headers.authorization !== wanted) return { status: 401, body: 'Unauthorized' };
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (request.method !== 'POST' || !url.pathname.endsWith('/_search'))
      throw new RefusedRequest('no handler found', { type: 'illegal_argument_exception' });
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Json;
    searches.push(body);
    return { status: 200, body: answerSearch(indices, url, body) };
  } catch (error) {
    if (error instanceof RefusedRequest) return { status: error.status, body: error.body() };
    throw error;
  }
}

/** As filebeat sends them: an index for each day, and the time once more. */
function indexByDay(lines: readonly string[]): Indices {
  const sources = lines.map((line) => {
    const source = JSON.parse(line) as Json;
    return { ...source, '@timestamp': source.timestamp };
  });
  const days = Map.groupBy(sources, (source) =>
    String((source as Json).timestamp)
      .slice(0, 10)
      .replaceAll('-', '.'),
  );
  const named = [...days].map(([day, found]) => [`wazuh-alerts-4.x-${day}`, found] as const);
  return new Map(named.length > 0 ? named : [['wazuh-alerts-4.x-2026.07.20', []]]);
}

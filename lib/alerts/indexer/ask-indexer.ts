/*
 * Owns the conversation with the indexer: one host, https with the given authority, basic authentication, no redirects, bounded
 * in time and size. Does not know what is asked. The password leaves this file only in the request.
 */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import * as z from 'zod/mini';
import { IndexerError } from './indexer-failure.ts';
import type { IndexerSettings } from './indexer-settings.ts';

export type AskLimits = { timeoutMilliseconds: number; maxBytes: number };
const LIMITS: AskLimits = { timeoutMilliseconds: 30_000, maxBytes: 48 * 1024 * 1024 };

/** Posts a search of the index and gives the answer's JSON; throws an IndexerError. */
export type AskIndexer = (parameters: Readonly<Record<string, string>>, body: object) => Promise<unknown>;

type Answer = { status: number; text: string };

export function createAskIndexer(settings: IndexerSettings, limits: AskLimits = LIMITS): AskIndexer {
  return async (parameters, body) => {
    const { status, text } = await post(settings, limits, {
      path: `${settings.url.pathname.replace(/\/$/, '')}/${settings.index}/_search?${new URLSearchParams(parameters)}`,
      body: JSON.stringify(body),
    });
    const json = parseJson(text);
    if (status === 200 && json !== null) return json;
    throw refusalOf(status, json);
  };
}

function post(
  { url, user, password, ca }: IndexerSettings,
  { timeoutMilliseconds, maxBytes }: AskLimits,
  { path, body }: { path: string; body: string },
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asked = (url.protocol === 'https:' ? httpsRequest : httpRequest)({
    method: 'POST',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || (url.protocol === 'https:' ? 443 : 80),
    path,
    // A connection each: one that was kept may be closed at the other end, and a question would fail for that.
    agent: false,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
    ...(ca === null ? {} : { ca }),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  asked.on('error', (error) => reject(troubleOf(error)));
  asked.on('response', (response) => {
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) {
        reject(new IndexerError('too-large'));
        asked.destroy();
      } else parts.push(part);
    });
    response.on('error', (error) => reject(troubleOf(error)));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
    );
  });
  asked.end(body);
  return promise;
}

const CERTIFICATE = /CERT|SIGNATURE|ISSUER|SELF_SIGNED|ERR_TLS|ERR_OSSL/;

/** Codes of Node only: messages of TLS errors quote what a stranger sent. */
function troubleOf(error: Error): IndexerError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return new IndexerError('time-out');
  return new IndexerError(
    CERTIFICATE.test(code) ? 'certificate' : 'unreachable',
    /^\w+$/.test(code) ? code : undefined,
  );
}

const errorSchema = z.object({ error: z.unknown() });

/** What an answer other than 200 means. Its kinds of errors stand at several depths. */
function refusalOf(status: number, json: unknown): IndexerError {
  const said = errorSchema.safeParse(json);
  const kinds = said.success ? JSON.stringify(said.data.error) : '';
  const kind = /"type":"([a-z_]{1,60})"/.exec(kinds)?.[1];
  if (status === 401) return new IndexerError('unauthorised');
  if (status === 403) return new IndexerError('forbidden');
  if (kinds.includes('"too_many_buckets_exception"')) return new IndexerError('too-many-buckets');
  if (kinds.includes('"index_not_found_exception"')) return new IndexerError('no-index');
  if (/"(timeout|search_timeout|task_cancelled)_exception"|Time exceeded/.test(kinds) || status === 504)
    return new IndexerError('time-out');
  if (status === 429 || /"(circuit_breaking|(open_search|opensearch|es)_rejected_execution)_exception"/.test(kinds))
    return new IndexerError('busy');
  if (/no_shard_available|search_phase_execution/.test(kinds) && status >= 500) return new IndexerError('partial');
  return new IndexerError('not-understood', [String(status), ...(kind ? [kind] : [])].join(', '));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

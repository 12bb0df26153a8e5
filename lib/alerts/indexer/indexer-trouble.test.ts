import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { createAskIndexer } from './ask-indexer.ts';
import { createIndexerHistory } from './indexer-history.ts';
import { type IndexerStandIn, type StandInOptions, startIndexerStandIn } from './stand-in/indexer-stand-in.ts';
import { makeCertificate } from './stand-in/make-certificate.ts';
import { settingsFor } from './stand-in/settings-for.ts';

const open: IndexerStandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options: StandInOptions = {}): Promise<IndexerStandIn> {
  const standIn = await startIndexerStandIn([], options);
  open.push(standIn);
  return standIn;
}

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse): true => {
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
    return true;
  };
const errorOf = (status: number, type: string) =>
  answering(status, {
    error: { root_cause: [], type: 'search_phase_execution_exception', caused_by: { type } },
    status,
  });
const whole = {
  took: 1,
  timed_out: false,
  _shards: { total: 3, successful: 3, skipped: 0, failed: 0 },
  hits: { total: { value: 0, relation: 'eq' }, hits: [] },
  aggregations: { first: { value: null }, last: { value: null } },
};

async function failureOf(settings: ReturnType<typeof settingsFor>) {
  const coverage = await createIndexerHistory(settings).loadCoverage();
  return coverage.ok ? null : coverage.failure;
}

test.each([
  ['indexer-unauthorised', answering(401, 'Unauthorized')],
  ['indexer-forbidden', errorOf(403, 'security_exception')],
  ['indexer-no-index', errorOf(404, 'index_not_found_exception')],
  ['indexer-no-index', answering(200, { ...whole, _shards: { ...whole._shards, total: 0 }, aggregations: undefined })],
  ['indexer-too-many-buckets', errorOf(503, 'too_many_buckets_exception')],
  ['indexer-busy', errorOf(429, 'circuit_breaking_exception')],
  ['indexer-time-out', answering(200, { ...whole, timed_out: true })],
  ['indexer-time-out', answering(504, 'gateway')],
  ['indexer-partial', answering(200, { ...whole, _shards: { ...whole._shards, failed: 1 } })],
  ['indexer-partial', errorOf(503, 'no_shard_available_action_exception')],
  ['indexer-not-understood', errorOf(400, 'parsing_exception')],
  ['indexer-not-understood', answering(200, '<html>Wazuh</html>')],
  ['indexer-not-understood', answering(200, { ...whole, aggregations: { first: {} } })],
  ['indexer-not-understood', answering(200, { ...whole, hits: { total: { value: 10_000, relation: 'gte' } } })],
])('it says %s, and what to do', async (code, instead) => {
  const { url } = await start({ instead });
  const failure = await failureOf(settingsFor(url));
  expect(failure?.code).toBe(code);
  expect(failure?.message).toMatch(/\.$/);
  expect(failure?.hint).toMatch(/\.$/);
});

test('it answers when all is well', async () => {
  const { url } = await start({ instead: answering(200, whole) });
  expect(await failureOf(settingsFor(url))).toBeNull();
});

test('a password that is wrong is not told', async () => {
  const { url } = await start();
  const failure = await failureOf(settingsFor(url, { password: 'not that one' }));
  expect(failure?.code).toBe('indexer-unauthorised');
  expect(JSON.stringify(failure)).not.toMatch(/not that one|bm90IHRoYXQgb25l/);
});

test('it says that nobody is there', async () => {
  const { url, close } = await startIndexerStandIn([]);
  await close();
  expect(await failureOf(settingsFor(url))).toMatchObject({
    code: 'indexer-unreachable',
    message: 'The Wazuh indexer could not be reached (ECONNREFUSED).',
  });
});

test('it does not go where it is sent', async () => {
  const asked = vi.fn((_request: IncomingMessage): undefined => undefined);
  const elsewhere = await start({ instead: (_, request) => asked(request) });
  const location = `${elsewhere.url}wazuh-alerts-4.x-*/_search`;
  const { url } = await start({ instead: answering(307, '', { location }) });
  expect((await failureOf(settingsFor(url)))?.code).toBe('indexer-not-understood');
  expect(asked).not.toHaveBeenCalled();
});

test('it trusts the authority that it is given, and no other', async () => {
  const tls = makeCertificate('localhost');
  const { url } = await start({ tls, instead: answering(200, whole) });
  expect(await failureOf(settingsFor(url, { ca: tls.cert }))).toBeNull();
  expect((await failureOf(settingsFor(url)))?.code).toBe('indexer-certificate');
  expect((await failureOf(settingsFor(url, { ca: makeCertificate('localhost').cert })))?.code).toBe(
    'indexer-certificate',
  );
});

test('it wants the name that the certificate holds', async () => {
  const tls = makeCertificate('indexer.example');
  const { url } = await start({ tls, instead: answering(200, whole) });
  expect(await failureOf(settingsFor(url, { ca: tls.cert }))).toMatchObject({
    code: 'indexer-certificate',
    message: 'The certificate of the Wazuh indexer is not trusted (ERR_TLS_CERT_ALTNAME_INVALID).',
  });
});

test('it waits no longer than it may, and reads no more than it may', async () => {
  const silent = await start({ instead: () => true });
  const talkative = await start({ instead: answering(200, 'a'.repeat(5000)) });
  const limits = { timeoutMilliseconds: 100, maxBytes: 4000 };
  await expect(createAskIndexer(settingsFor(silent.url), limits)({}, {})).rejects.toMatchObject({
    failure: { code: 'indexer-time-out' },
  });
  await expect(
    createAskIndexer(settingsFor(talkative.url), { ...limits, timeoutMilliseconds: 10_000 })({}, {}),
  ).rejects.toMatchObject({ failure: { code: 'indexer-too-large' } });
});

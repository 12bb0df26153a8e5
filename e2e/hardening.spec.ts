// What every answer carries, and what somebody who may only look can do: nothing.
import { addPeople, fingerprint, get } from './fixtures/access.ts';
import { expect, test } from './fixtures/test.ts';

test('healthz says ok to anybody, and no more', async ({ server }) => {
  const response = await get({ url: `${server.url}/healthz` });
  expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('x-powered-by')).toBeNull();
});

test('every answer has the headers that keep it to itself', async ({ server }) => {
  const { viewer: secret } = addPeople(server);
  for (const path of ['/', '/review', '/state', '/no-such-page', '/icon.svg', '/audit/export']) {
    const { headers, body } = await get({ url: server.url + path, secret });
    await body?.cancel();
    expect(Object.fromEntries(headers), path).toMatchObject({
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
    });
    expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('strict-transport-security'), path).toBeNull();
  }
});

test('a page with data is kept by no cache; a file of the build is taken for what it is', async ({ server }) => {
  const { viewer: secret } = addPeople(server);
  const page = await get({ url: `${server.url}/`, secret });
  expect(page.headers.get('cache-control')).toContain('no-store');
  const script = /\/_next\/static\/[^"]+\.js/.exec(await page.text())?.[0] ?? '/none';
  const { status, headers, body } = await get({ url: server.url + script });
  await body?.cancel();
  expect(status).toBe(200);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('nobody makes the server scale pictures', async ({ server }) => {
  const { status, body } = await get({ url: `${server.url}/_next/image?url=%2Ffavicon.ico&w=64&q=75` });
  await body?.cancel();
  expect(status).toBe(404);
});

test('a crawler signed in as viewer follows every link, and changes nothing', async ({ server, manager }) => {
  test.slow();
  const { viewer: secret } = addPeople(server);
  const before = fingerprint(server, manager);
  const [todo, seen] = [['/'], new Set<string>(['/'])];
  const failed: string[] = [];
  for (let path = todo.shift(); path !== undefined && seen.size < 400; path = todo.shift()) {
    const response = await get({ url: server.url + path, secret });
    if (response.status >= 500) failed.push(`${path}: ${response.status}`);
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    const text = isPage ? await response.text() : '';
    if (!isPage) await response.body?.cancel();
    for (const [, found = ''] of text.matchAll(/\b(?:href|action|src)="(\/[^"/][^"]*|\/)"/g)) {
      const next = found.replaceAll('&amp;', '&').replace(/#.*/, '');
      if (next.startsWith('/_next/') || seen.has(next)) continue;
      seen.add(next);
      todo.push(next);
    }
  }
  expect(failed).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
  expect(fingerprint(server, manager)).toEqual(before);
});

test('nobody writes a line of the log', async ({ server }) => {
  const forged = '{"time":"2026-01-01T00:00:00.000Z","level":"info","event":"forged"}';
  const { admin: secret } = addPeople(server);
  for (const path of [
    `/%0a${encodeURIComponent(forged)}`,
    `/history?q=%0a${encodeURIComponent(forged)}`,
    '/%E0%A4%A',
  ]) {
    const response = await get({ url: server.url + path, secret });
    await response.body?.cancel();
  }
  expect(server.output.split('\n').filter((line) => line.startsWith(forged))).toEqual([]);
});

// Everybody tries everything: each action, route and page of the build, called over HTTP with what a browser would never
// send. The table says what should happen; the database and the manager's files say what did.
import { ACTIONS, type ActionRow, may, PAGES, ROLES, ROUTES, type Role } from './access-table.ts';
import {
  addPeople,
  builtActions,
  builtAddresses,
  callAction,
  fingerprint,
  get,
  post,
  statusIn,
} from './fixtures/access.ts';
import { expect, test } from './fixtures/test.ts';

const EVERYONE: (Role | null)[] = [null, ...ROLES];
const rowOf = (key: string): ActionRow => {
  const row = ACTIONS[key];
  if (!row) throw new Error(`${key} has no row in e2e/access-table.ts`);
  return row;
};
const NO_SESSIONS = ['stale', 'lockedOut', 'madeUp', 'hash'];

test('the build has nothing that the table does not have', () => {
  expect(
    builtActions()
      .map(({ key }) => key)
      .filter((key) => !Object.hasOwn(ACTIONS, key)),
  ).toEqual([]);
  const { pages, routes } = builtAddresses();
  expect(pages.filter((path) => !Object.hasOwn(PAGES, path))).toEqual([]);
  expect(routes.filter((path) => !Object.hasOwn(ROUTES, path) && path !== '/icon.svg')).toEqual([]);
});

test('an action is done for nobody who may not, and nothing changes', async ({ server, manager }) => {
  test.slow();
  const secrets = addPeople(server);
  const before = fingerprint(server, manager);
  const outcomes: Record<string, string | null> = {};
  const expected: Record<string, string | null> = {};
  for (const action of builtActions()) {
    const { needs, input } = rowOf(action.key);
    for (const role of EVERYONE.filter((one) => !may(one, needs))) {
      const name = `${role ?? 'nobody'} ${action.key}`;
      const call = { url: server.url, secret: role === null ? undefined : secrets[role] };
      outcomes[name] = await statusIn(await callAction(call, action, JSON.stringify([input])));
      expected[name] = role === null ? 'signed-out' : 'forbidden';
    }
    for (const kind of needs === 'nobody' ? [] : NO_SESSIONS) {
      const name = `${kind} ${action.key}`;
      const call = { url: server.url, secret: secrets[kind] };
      outcomes[name] = await statusIn(await callAction(call, action, JSON.stringify([input])));
      expected[name] = 'signed-out';
    }
  }
  expect(outcomes).toEqual(expected);
  expect(fingerprint(server, manager)).toEqual(before);
});

test('an action is done for no page but ours, whoever is signed in', async ({ server, manager }) => {
  test.slow();
  const { admin: secret } = addPeople(server);
  const before = fingerprint(server, manager);
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: server.url.replace(/\d+$/, '1') },
    { origin: server.url, 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ];
  const statuses = new Set<number>();
  for (const action of builtActions()) {
    for (const headers of foreign) {
      const body = JSON.stringify([rowOf(action.key).input]);
      statuses.add((await callAction({ url: server.url, secret, headers }, action, body)).status);
    }
  }
  expect([...statuses]).toEqual([403]);
  expect(fingerprint(server, manager)).toEqual(before);
});

const BODIES: Record<string, string> = {
  'no JSON': '<xml/>',
  nothing: '',
  'no arguments': '[]',
  'a number': '[7]',
  'a list without end': JSON.stringify([{ changes: Array.from({ length: 20_000 }, () => ({})) }]),
  depth: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  'a prototype': '[{"__proto__":{"status":"saved"},"constructor":{"prototype":{}}}]',
  'a reference to nowhere': '["$F7"]',
  'a reference to a module': '["$T1:then"]',
  'more than 256 kilobytes': JSON.stringify([{ note: 'x'.repeat(300_000) }]),
};
/** An answer may say that something was wrong, and nothing of how the server is made. */
const INTERNALS = /node_modules|\bat \S+ \(|\.next\/|\/lib\/|ZodError|SQLITE/;

test('what is no input changes nothing, says nothing, and stops nothing', async ({ server, manager }) => {
  test.slow();
  const { admin: secret } = addPeople(server);
  const before = fingerprint(server, manager);
  const wrong: string[] = [];
  // Those without an input have nothing to refuse, and would do what they are for.
  const taking = builtActions().filter(({ key }) => Object.keys(rowOf(key).input as object).length > 0);
  for (const action of taking) {
    for (const [name, body] of Object.entries(BODIES)) {
      const text = await (await callAction({ url: server.url, secret }, action, body)).text();
      if (/"status":"saved"/.test(text) || INTERNALS.test(text))
        wrong.push(`${action.key} ${name}: ${text.slice(0, 200)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(fingerprint(server, manager)).toEqual(before);
  expect((await get({ url: `${server.url}/healthz` })).status).toBe(200);
});

test('whoever may is not turned away', async ({ server }) => {
  test.slow();
  const secrets = addPeople(server);
  const refused: string[] = [];
  for (const action of builtActions().filter(({ key }) => rowOf(key).needs !== 'nobody')) {
    const { needs, input } = rowOf(action.key);
    for (const role of ROLES.filter((one) => may(one, needs))) {
      const status = await statusIn(
        await callAction({ url: server.url, secret: secrets[role] }, action, JSON.stringify([input])),
      );
      if (status === null || ['signed-out', 'forbidden'].includes(status))
        refused.push(`${role} ${action.key}: ${status}`);
    }
  }
  expect(refused).toEqual([]);
});

test('routes answer those who may, and can be shown as a page nowhere', async ({ server }) => {
  const secrets = addPeople(server);
  for (const [path, { needs, example, file, going, status = 200 }] of Object.entries(ROUTES)) {
    for (const role of [...EVERYONE, ...NO_SESSIONS]) {
      const known = ROLES.find((one) => one === role) ?? null;
      const response = await get({ url: server.url + example, secret: role === null ? undefined : secrets[role] });
      const expected = may(known, needs) ? status : known === null ? 401 : 403;
      expect(response.status, `${path} as ${role ?? 'nobody'}`).toBe(expected);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(
        going ? /^default-src 'none'; script-src 'nonce-/ : /^default-src 'none';.*sandbox$/,
      );
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(response.headers.get('cache-control') ?? '', path).toContain('no-store');
      expect(response.headers.get('content-type'), path).not.toMatch(/html|xml|svg|javascript/);
      if (file && expected === 200)
        expect(response.headers.get('content-disposition'), path).toMatch(/^attachment; filename="/);
      await response.body?.cancel();
    }
    const written = await post({ url: server.url + example, secret: secrets.admin }, '{}');
    expect(written.status, `POST ${path}`).toBe(405);
    await written.body?.cancel();
  }
});

test('pages show themselves to those who may, and nothing to who is not signed in', async ({ server, manager }) => {
  const facts = new RegExp(
    [...manager.config().matchAll(/<(?:name|executable)>([^<]+)</g)].map(([, name]) => name).join('|'),
  );
  const secrets = addPeople(server);
  for (const [path, { needs, example }] of Object.entries(PAGES)) {
    for (const secret of [undefined, ...NO_SESSIONS.map((kind) => secrets[kind])]) {
      const response = await get({ url: server.url + example, secret });
      const text = await response.text();
      if (needs === 'nobody') expect(response.status, path).toBeLessThan(400);
      else if (needs === 'not there') expect(response.status, path).toBe(404);
      else {
        expect([response.status, response.headers.get('location')], path).toEqual([
          307,
          expect.stringMatching(/^(http:\/\/[^/]+)?\/sign-in/),
        ]);
        expect(text, path).not.toMatch(facts);
      }
    }
  }
});

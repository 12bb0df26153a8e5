import { expect, test } from 'vitest';
import { publicOrigin } from './public-origin.ts';
import { allowedHostNames, describeRefusal, guardRequest, type RequestFacts } from './request-guard.ts';

const names = allowedHostNames({});
const post: RequestFacts = {
  method: 'POST',
  host: '127.0.0.1:3000',
  origin: 'http://127.0.0.1:3000',
  secFetchSite: 'same-origin',
};

function statusOf(change: Partial<RequestFacts>): number {
  const verdict = guardRequest({ ...post, ...change }, names);
  return verdict.kind === 'allowed' ? 200 : verdict.status;
}

test.each<[string, Partial<RequestFacts>, number]>([
  ['from the same origin', {}, 200],
  ['from a browser that sends no Sec-Fetch-Site', { secFetchSite: null }, 200],
  ['with a foreign Origin', { origin: 'http://evil.example' }, 403],
  ['with the Origin null', { origin: 'null' }, 403],
  ['without an Origin', { origin: null }, 403],
  ['with an https Origin on the same host', { origin: 'https://127.0.0.1:3000' }, 200],
  ['with a foreign Origin and the same foreign Host', { origin: 'http://evil.example', host: 'evil.example' }, 421],
  // X-Forwarded-Host is not among the facts: this row is the one with a foreign Origin, whatever it says.
  ['with a foreign Origin and a matching X-Forwarded-Host', { origin: 'http://evil.example' }, 403],
  ['from the same Origin with Sec-Fetch-Site cross-site', { secFetchSite: 'cross-site' }, 403],
  ['from the same Origin with Sec-Fetch-Site same-site', { secFetchSite: 'same-site' }, 403],
  ['from the same Origin with Sec-Fetch-Site none', { secFetchSite: 'none' }, 403],
  ['as a no-JS form with a foreign Origin', { origin: 'http://evil.example', secFetchSite: null }, 403],
  ['from another port of this host', { origin: 'http://127.0.0.1:4000', secFetchSite: 'same-site' }, 403],
  ['from another of our names', { origin: 'http://localhost:3000' }, 403],
  ['with an Origin that hides the host behind a user', { origin: 'http://127.0.0.1:3000@evil.example' }, 403],
  ['with an Origin that is no web address', { origin: 'file://127.0.0.1:3000' }, 403],
])('a POST %s', (_, change, status) => {
  expect(statusOf(change)).toBe(status);
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get'])('%s without an Origin is refused', (method) => {
  expect(statusOf({ method, origin: null })).toBe(403);
});

test.each(['GET', 'HEAD'])('%s needs no Origin and may follow a link from elsewhere', (method) => {
  expect(statusOf({ method, origin: null, secFetchSite: 'cross-site' })).toBe(200);
});

test.each<[string | null, number]>([
  ['127.0.0.1', 200],
  ['127.0.0.1:65535', 200],
  ['localhost:3000', 200],
  ['LOCALHOST:3000', 200],
  ['[::1]:3000', 200],
  ['[::1]', 200],
  ['evil.example', 421],
  ['localhost.evil.example:3000', 421],
  ['127.0.0.1.evil.example', 421],
  ['evil.example#localhost', 421],
  ['user@localhost', 421],
  ['localhost:3000:3000', 421],
  ['localhost/', 421],
  ['::1', 421],
  ['', 421],
  [null, 421],
])('a GET for the host %s', (host, status) => {
  expect(statusOf({ method: 'GET', origin: null, host })).toBe(status);
});

test('HOST and RIPOSTE_ALLOWED_HOSTS add names, with or without a port, IPv6 with or without brackets', () => {
  const listed = allowedHostNames({ HOST: 'fd00::7', RIPOSTE_ALLOWED_HOSTS: ' Wazuh.Example:8443, [fd00::8]:3000,,' });
  expect([...listed]).toEqual(['127.0.0.1', 'localhost', '[::1]', '[fd00::7]', 'wazuh.example', '[fd00::8]']);
});

test('a star is no name: every host has to be listed', () => {
  expect([...allowedHostNames({ RIPOSTE_ALLOWED_HOSTS: '*' })]).toEqual([...names]);
});

test('a refusal says what to do', () => {
  expect(describeRefusal({ kind: 'refused', code: 'unknown-host', status: 421 })).toContain('RIPOSTE_ALLOWED_HOSTS');
  expect(describeRefusal({ kind: 'refused', code: 'foreign-origin', status: 403 })).toContain('Reload');
});

const only = publicOrigin({ RIPOSTE_PUBLIC_ORIGIN: 'https://riposte.example' });
const own: RequestFacts = {
  ...{ method: 'POST', path: '/', host: 'riposte.example' },
  ...{ origin: 'https://riposte.example', secFetchSite: 'same-origin' },
};

test.each<[string, Partial<RequestFacts>, number]>([
  ['from its own page', {}, 200],
  ['from its own page in http', { origin: 'http://riposte.example' }, 403],
  ['from another port', { origin: 'https://riposte.example:8443' }, 403],
  ['from elsewhere', { origin: 'https://evil.example' }, 403],
  ['from nowhere', { origin: null }, 403],
  ['at another host', { host: 'evil.example', origin: 'https://evil.example' }, 421],
  ['at this machine', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 421],
  ['at its host with a port', { host: 'riposte.example:3000' }, 421],
  ['at this machine, reading', { method: 'GET', host: '127.0.0.1:3000' }, 421],
  ['reading', { method: 'GET', origin: null, secFetchSite: 'cross-site' }, 200],
  ['as a health check on this machine', { method: 'GET', path: '/healthz', host: '127.0.0.1:3000' }, 200],
  ['as a health check elsewhere', { method: 'GET', path: '/healthz', host: 'evil.example' }, 421],
  ['as a health check that writes', { path: '/healthz', host: '127.0.0.1:3000' }, 421],
])('behind a public origin, a request %s', (_, change, status) => {
  const verdict = guardRequest({ ...own, ...change }, names, only);
  expect(verdict.kind === 'allowed' ? 200 : verdict.status).toBe(status);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readIndexerSetup } from './indexer-settings.ts';
import { indexerFromEnvironment } from './open-indexer.ts';

let directory: string;
let file: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte-indexer-'));
  file = join(directory, 'password');
  writeFileSync(file, 'top secret \n');
});
afterAll(() => rmSync(directory, { recursive: true }));

const env = (other: Record<string, string> = {}) => ({
  RIPOSTE_INDEXER_URL: 'https://indexer.example:9200/',
  RIPOSTE_INDEXER_USER: 'riposte',
  RIPOSTE_INDEXER_PASSWORD_FILE: file,
  ...other,
});

test('without an address nobody is asked', () => {
  expect(readIndexerSetup({})).toEqual({ kind: 'off' });
  expect(indexerFromEnvironment({ ...process.env, RIPOSTE_INDEXER_URL: ' ' })).toBeNull();
});

test('it reads the password from its file, without the end of the line', () => {
  expect(readIndexerSetup(env())).toMatchObject({
    kind: 'on',
    settings: { user: 'riposte', password: 'top secret ', ca: null, index: 'wazuh-alerts-4.x-*' },
  });
});

test.each([
  ['RIPOSTE_INDEXER_URL', 'indexer.example:9200', /no address/],
  ['RIPOSTE_INDEXER_URL', 'https://indexer.example:9200/?pretty', /no address/],
  ['RIPOSTE_INDEXER_URL', 'http://indexer.example:9200', /not https/],
  ['RIPOSTE_INDEXER_URL', 'http://127.0.0.1.example:9200', /not https/],
  ['RIPOSTE_INDEXER_URL', 'https://admin:word@indexer.example:9200', /holds a user/],
  ['RIPOSTE_INDEXER_USER', '', /USER is not set/],
  ['RIPOSTE_INDEXER_USER', 'a:b', /colon/],
  ['RIPOSTE_INDEXER_PASSWORD_FILE', '', /PASSWORD_FILE is not set/],
  ['RIPOSTE_INDEXER_PASSWORD_FILE', '/no/such/file', /could not be read \(ENOENT\)/],
  ['RIPOSTE_INDEXER_CA_FILE', '/no/such/file', /CA_FILE: the file could not be read/],
  ['RIPOSTE_INDEXER_INDEX', '../_all', /no name of an index/],
  ['RIPOSTE_INDEXER_INDEX', 'alerts/_doc', /no name of an index/],
])('%s=%s is told', (name, value, problem) => {
  expect(readIndexerSetup(env({ [name]: value }))).toMatchObject({
    kind: 'wrong',
    problem: expect.stringMatching(problem),
  });
});

test.each(['http://127.0.0.1:9200', 'http://localhost:9200', 'http://[::1]:9200'])('%s may be http', (url) => {
  expect(readIndexerSetup(env({ RIPOSTE_INDEXER_URL: url })).kind).toBe('on');
});

test('settings that are wrong answer every question', async () => {
  const history = indexerFromEnvironment({ ...process.env, ...env({ RIPOSTE_INDEXER_USER: '' }) });
  expect(await history?.findAlert('1.1')).toMatchObject({
    ok: false,
    failure: { code: 'indexer-settings', message: expect.stringContaining('RIPOSTE_INDEXER_USER') },
  });
});

import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAgentLoader } from './load-agents.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-agents-test-'));
  await mkdir(join(directory, 'etc'));
  await mkdir(join(directory, 'queue/db'), { recursive: true });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const database = () => new DatabaseSync(join(directory, 'queue/db/global.db'));
const writeKeys = (text: string) => writeFile(join(directory, 'etc/client.keys'), text);

test('reads what a running manager has only in the write-ahead log, and writes nothing beside the database', async () => {
  await writeKeys('001 web any KEY\n');
  const live = database();
  live.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
  live.exec('CREATE TABLE agent (id INTEGER PRIMARY KEY, os_platform TEXT, connection_status TEXT)');
  live.exec("INSERT INTO agent VALUES (1, 'ubuntu', 'active')");
  const files = await readdir(join(directory, 'queue/db'));
  const before = await stat(join(directory, 'queue/db/global.db-wal'));
  const load = createAgentLoader(directory);
  const list = await load();
  expect(list).toMatchObject({ note: null, agents: [{ id: '001', system: 'linux', connection: 'active' }] });
  expect(await readdir(join(directory, 'queue/db'))).toEqual(files);
  expect((await stat(join(directory, 'queue/db/global.db-wal'))).mtimeMs).toBe(before.mtimeMs);
  expect(await load()).toBe(list);
  live.exec("UPDATE agent SET connection_status = 'disconnected'");
  expect((await load()).agents[0]?.connection).toBe('disconnected');
  live.close();
});

test('a database that is none leaves the agents, unknown', async () => {
  await writeKeys('002 db 10.0.0.2 KEY\n001 web any KEY\n');
  await writeFile(join(directory, 'queue/db/global.db'), 'not a database at all, but long enough to be looked at');
  const list = await createAgentLoader(directory)();
  expect(list.agents.map(({ id, system }) => [id, system])).toEqual([
    ['001', 'unknown'],
    ['002', 'unknown'],
  ]);
  expect(list.note).toContain('global.db');
});

test('without keys the database is used, and the list says that it may be incomplete', async () => {
  const live = database();
  live.exec(
    "CREATE TABLE agent (id INTEGER, name TEXT, ip TEXT); INSERT INTO agent VALUES (0, 'me', ''), (7, 'pc', '10.1.1.1')",
  );
  live.close();
  const list = await createAgentLoader(directory)();
  expect(list.agents).toMatchObject([{ id: '007', name: 'pc', address: '10.1.1.1', connection: 'unknown' }]);
  expect(list.note).toContain('client.keys');
});

test('with neither file nothing is claimed', async () => {
  expect(await createAgentLoader(directory)()).toEqual({ agents: [], note: expect.stringContaining('neither') });
});

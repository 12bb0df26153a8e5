/*
 * Owns the list of agents: who is registered (etc/client.keys), enriched with what the manager's database knows.
 * When one of the two can't be read it says so instead of guessing. Knows nothing about responses.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agent, AgentList } from '../manager.ts';
import { withDatabaseCopy } from './copy-database.ts';
import { parseClientKeys, type RegisteredAgent } from './parse-client-keys.ts';
import { type AgentRow, readAgentTable } from './read-agent-table.ts';

const noSystems = 'Systems and connections are unknown: the agent database (queue/db/global.db) cannot be read.';
const noKeys = 'The list may be incomplete: etc/client.keys cannot be read.';
const neither = 'Agents are unknown: neither etc/client.keys nor queue/db/global.db can be read.';

/** A loader with a memory: reads again only when one of its files changed. */
export function createAgentLoader(directory: string): () => Promise<AgentList> {
  const keys = join(directory, 'etc/client.keys');
  const database = join(directory, 'queue/db/global.db');
  let known: { stamp: string; list: AgentList } | null = null;
  return async () => {
    const stamp = (await Promise.all([keys, database, `${database}-wal`].map(loadStamp))).join(' ');
    if (known?.stamp !== stamp) known = { stamp, list: await loadAgents(keys, database) };
    return known.list;
  };
}

async function loadStamp(path: string): Promise<string> {
  return stat(path).then(
    (found) => `${found.ino}:${found.size}:${found.mtimeMs}`,
    (error) => String(error.code),
  );
}

async function loadAgents(keysPath: string, databasePath: string): Promise<AgentList> {
  const keys = await readFile(keysPath, 'utf8').then(parseClientKeys, () => null);
  const rows = await loadRows(databasePath);
  if (keys) return { agents: sortById(merge(keys, rows)), note: rows ? null : noSystems };
  const agents = sortById((rows ?? []).map((row) => ({ ...row, address: row.address ?? 'any' })));
  return { agents, note: rows ? noKeys : neither };
}

/** null when the database can't be read. A copy taken in the middle of a write may be torn, so one more try. */
async function loadRows(path: string): Promise<AgentRow[] | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return await withDatabaseCopy(path, readAgentTable);
    } catch {}
  }
  return null;
}

function merge(keys: RegisteredAgent[], rows: AgentRow[] | null): Agent[] {
  const rowOf = new Map(rows?.map((row) => [Number(row.id), row]));
  const unknown = { system: 'unknown', systemName: null, version: null, connection: 'unknown' } as const;
  return keys.map((key) => {
    const row = rowOf.get(Number(key.id));
    const address = key.address === 'any' ? (row?.address ?? 'any') : key.address;
    return { ...unknown, ...row, ...key, address };
  });
}

function sortById(agents: Agent[]): Agent[] {
  return agents.sort((a, b) => Number(a.id) - Number(b.id));
}

/*
 * Owns what a copy of queue/db/global.db says about agents: system, version, connection. Asks only for columns that
 * exist, so that databases of older and newer managers can be read. Never opens the live database: that writes to it.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Agent, AgentConnection } from '../manager.ts';
import { classifySystem } from './classify-system.ts';

export type AgentRow = Omit<Agent, 'address'> & { address: string | null };

const wanted = ['id', 'name', 'ip', 'os_name', 'os_version', 'os_platform', 'os_uname', 'version', 'connection_status'];
const connections = new Set(['active', 'disconnected', 'pending', 'never_connected']);

/** Throws what SQLite throws: a missing table, a torn copy. */
export function readAgentTable(path: string): AgentRow[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const columns = database
      .prepare('PRAGMA table_info(agent)')
      .all()
      .map((row) => String(row.name));
    const present = wanted.filter((name) => columns.includes(name));
    if (!present.includes('id')) throw new Error('the database has no table of agents');
    return database
      .prepare(`SELECT ${present.join(', ')} FROM agent WHERE id > 0`)
      .all()
      .map(toAgent);
  } finally {
    database.close();
  }
}

function toAgent(row: Record<string, unknown>): AgentRow {
  const text = (column: string) => (typeof row[column] === 'string' && row[column] !== '' ? row[column] : null);
  const status = text('connection_status');
  const name = text('os_name');
  return {
    id: String(row.id).padStart(3, '0'),
    name: text('name') ?? String(row.id),
    address: text('ip'),
    system: classifySystem({ platform: text('os_platform'), name, uname: text('os_uname') }),
    systemName: name && [name, text('os_version')].filter(Boolean).join(' '),
    version: text('version')?.replace(/^Wazuh v/, '') ?? null,
    connection: status && connections.has(status) ? (status as AgentConnection) : 'unknown',
  };
}

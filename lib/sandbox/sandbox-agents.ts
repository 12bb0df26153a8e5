/*
 * Owns who is registered at the sandbox: client.keys and the agent table of global.db.
 * The keys are made up on the spot and open nothing.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

export type SandboxAgent = {
  id: number;
  name: string;
  ip: string;
  /** os_platform, os_name, os_version, os_uname; null for one that never connected. */
  system: [platform: string, name: string, version: string, uname: string] | null;
  connection: 'active' | 'disconnected' | 'never_connected';
};

const ubuntu: SandboxAgent['system'] = ['ubuntu', 'Ubuntu', '24.04', 'Linux'];
const debian: SandboxAgent['system'] = ['debian', 'Debian GNU/Linux', '12', 'Linux'];
const server: SandboxAgent['system'] = ['windows', 'Microsoft Windows Server 2022', '10.0.20348', 'Microsoft Windows'];

export const sandboxAgents: SandboxAgent[] = [
  { id: 1, name: 'web-01', ip: '10.20.1.11', system: ubuntu, connection: 'active' },
  { id: 2, name: 'web-02', ip: '10.20.1.12', system: ubuntu, connection: 'active' },
  { id: 3, name: 'shop-db', ip: '10.20.2.21', system: debian, connection: 'active' },
  { id: 4, name: 'bastion', ip: '10.20.0.4', system: ['rocky', 'Rocky Linux', '9.6', 'Linux'], connection: 'active' },
  { id: 5, name: 'mail-01', ip: '10.20.1.25', system: debian, connection: 'active' },
  { id: 6, name: 'build-01', ip: '10.20.3.6', system: ubuntu, connection: 'disconnected' },
  { id: 7, name: 'win-fs-01', ip: '10.20.4.7', system: server, connection: 'active' },
  { id: 8, name: 'win-dc-01', ip: '10.20.4.8', system: server, connection: 'active' },
  {
    ...{ id: 9, name: 'win-pc-014', ip: '10.20.5.14', connection: 'active' },
    system: ['windows', 'Microsoft Windows 11 Pro', '10.0.26100', 'Microsoft Windows'],
  },
  { id: 10, name: 'mac-07', ip: '10.20.5.37', system: ['darwin', 'macOS', '15.6', 'Darwin'], connection: 'active' },
  { id: 11, name: 'mac-12', ip: '10.20.5.42', system: ['darwin', 'macOS', '14.7', 'Darwin'], connection: 'active' },
  { id: 12, name: 'backup-01', ip: '10.20.3.12', system: null, connection: 'never_connected' },
];

/** The text of client.keys: the agents above and 031, the old gateway, which was removed. */
export function renderClientKeys(seed: string): string {
  const key = (id: number) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  const lines = sandboxAgents.map(({ id, name, ip }) => {
    const address = id % 3 === 0 ? ip : 'any';
    return `${String(id).padStart(3, '0')} ${name} ${address} ${key(id)}`;
  });
  return `${[...lines, `031 !gateway-old any ${key(31)}`].join('\n')}\n`;
}

/** Writes the agent table as a manager keeps it, with agent 000. */
export function writeAgentDatabase(path: string, now: number): void {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE agent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, ip TEXT, register_ip TEXT,
        internal_key TEXT, os_name TEXT, os_version TEXT, os_major TEXT, os_minor TEXT, os_platform TEXT, os_uname TEXT,
        os_arch TEXT, version TEXT, node_name TEXT DEFAULT 'unknown', date_add INTEGER NOT NULL, last_keepalive INTEGER,
        "group" TEXT DEFAULT 'default', connection_status TEXT NOT NULL DEFAULT 'never_connected',
        disconnection_time INTEGER DEFAULT 0)`);
    const insert = database.prepare(`INSERT INTO agent (id, name, ip, register_ip, os_name, os_version, os_platform,
      os_uname, version, node_name, date_add, last_keepalive, connection_status, disconnection_time)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const seconds = Math.floor(now / 1000);
    const manager = ['Debian GNU/Linux', '12', 'debian', 'Linux |wazuh-sandbox |6.1.0', 'Wazuh v4.14.7', 'node01'];
    insert.run(0, 'wazuh-sandbox', '127.0.0.1', '127.0.0.1', ...manager, seconds, 253402300799, 'active', 0);
    for (const { id, name, ip, system, connection } of sandboxAgents) {
      const [platform, os, version, uname] = system ?? [null, null, null, null];
      const lost = connection === 'disconnected' ? seconds - 40_000 : 0;
      const known = system ? [`${uname} |${name}`, 'Wazuh v4.14.7', 'node01'] : [null, null, 'unknown'];
      const times = [seconds - 8_000_000, system ? lost || seconds : null];
      insert.run(id, name, system && ip, 'any', os, version, platform, ...known, ...times, connection, lost);
    }
  } finally {
    database.close();
  }
}

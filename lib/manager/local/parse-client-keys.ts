/*
 * Owns the lines of etc/client.keys (wazuh-facts §5.1). The key itself never leaves this file.
 * Knows nothing about connections or systems.
 */

export type RegisteredAgent = { id: string; name: string; address: string };

/** Agents that are registered now: removed ones, comments and unreadable lines are left out. */
export function parseClientKeys(text: string): RegisteredAgent[] {
  const agents: RegisteredAgent[] = [];
  for (const line of text.split('\n')) {
    const match = /^(\d{3,}) ([^ !#][^ ]*) ([^ ]+) /.exec(line);
    const [, id, name, address] = match ?? [];
    if (id && name && address && Number(id) !== 0) agents.push({ id, name, address });
  }
  return agents;
}

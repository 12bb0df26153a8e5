/*
 * Owns names of users and groups, read from /etc/passwd and /etc/group.
 * Knows no directory service: an id without a line there keeps its number.
 */
import { readFile } from 'node:fs/promises';

async function nameOf(id: number, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [name, , number] = line.split(':');
    if (name && number === String(id)) return name;
  }
  return String(id);
}

/** "root:wazuh"; numbers where a name is unknown. */
export async function loadOwnerNames(uid: number, gid: number): Promise<string> {
  const [user, group] = await Promise.all([nameOf(uid, '/etc/passwd'), nameOf(gid, '/etc/group')]);
  return `${user}:${group}`;
}

/*
 * Owns a private, short-lived copy of a live SQLite database with its write-ahead log. Opening the original would
 * write to it (wazuh-facts §5.5). Knows no tables.
 */
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const maxDatabaseBytes = 512 * 1024 * 1024;

/** Copies the database into a folder only this user can read, hands the copy to `use`, and removes it. */
export async function withDatabaseCopy<T>(path: string, use: (copy: string) => T): Promise<T> {
  if ((await stat(path)).size > maxDatabaseBytes) throw new Error('the database is too large to copy');
  const folder = await mkdtemp(join(tmpdir(), 'riposte-agents-'));
  try {
    const copy = join(folder, 'copy.db');
    await copyFile(path, copy);
    // Without -shm: SQLite rebuilds it from the log, a copied one could be out of step with it.
    await copyFile(`${path}-wal`, `${copy}-wal`).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    });
    return use(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

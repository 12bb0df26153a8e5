/*
 * The settings that an administrator makes for everybody. Owns the table settings. What was never set, or can no longer be
 * read, is as it is out of the box.
 */
import type { Database } from '../state/database.ts';

export type Settings = {
  /** An apply needs the approval of another person for exactly its bytes. */
  fourEyes: boolean;
};

const OUT_OF_THE_BOX: Settings = { fourEyes: false };

const KEYS = { fourEyes: 'four-eyes' } as const;

export function loadSettings(database: Database): Settings {
  const row = database.prepare('SELECT value FROM settings WHERE key = ?').get(KEYS.fourEyes);
  return { fourEyes: row ? row.value === 'true' : OUT_OF_THE_BOX.fourEyes };
}

export function saveSettings(database: Database, { fourEyes }: Settings): void {
  database
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(KEYS.fourEyes, String(fourEyes));
}

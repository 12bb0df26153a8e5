/*
 * The schema of Riposte's own database, one step a version. A step that has shipped is never changed: add another.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Each version of a file once, by its content.
  CREATE TABLE contents (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, first_seen INTEGER NOT NULL) STRICT;

  -- One draft a person. base_sha256 is the file the draft was made on.
  CREATE TABLE drafts (person TEXT PRIMARY KEY, base_sha256 TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT;
  CREATE TABLE draft_changes (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES drafts(person) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    change TEXT NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT;

  -- Every apply: what was written over what, by whom, and how it ended.
  CREATE TABLE applies (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    base_sha256 TEXT NOT NULL,
    new_sha256 TEXT NOT NULL,
    restart INTEGER NOT NULL,
    changes TEXT NOT NULL,
    sentences TEXT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT,
    started_at INTEGER NOT NULL,
    finished_at INTEGER
  ) STRICT;
  CREATE TABLE apply_steps (
    apply_id INTEGER NOT NULL REFERENCES applies(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    detail TEXT NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    PRIMARY KEY (apply_id, key)
  ) STRICT;
  CREATE TABLE apply_log (
    apply_id INTEGER NOT NULL REFERENCES applies(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (apply_id, seq)
  ) STRICT;

  -- Which content a start of the manager has read, as far as Riposte saw it.
  CREATE TABLE manager_starts (started_at INTEGER PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
  `,
  `
  -- Findings set aside, each with its reason.
  CREATE TABLE mutes (
    key TEXT PRIMARY KEY,
    finding_id TEXT NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    muted_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- A start is known by its process number: its time moves with the clock. What was known is found out again.
  DROP TABLE manager_starts;
  CREATE TABLE manager_starts (
    pid INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (pid, started_at)
  ) STRICT;
  `,
];

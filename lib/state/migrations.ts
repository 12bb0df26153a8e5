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
  `
  -- An apply goes on after a crash: what it has to know stands in its row. At most one is under way, whoever runs it.
  ALTER TABLE applies ADD COLUMN confirm_seconds INTEGER NOT NULL DEFAULT 0;
  -- The end of the time to keep it, on the clock that nobody can set: boot tells which clock, steady_ms its milliseconds.
  ALTER TABLE applies ADD COLUMN deadline_at INTEGER;
  ALTER TABLE applies ADD COLUMN deadline_boot TEXT;
  ALTER TABLE applies ADD COLUMN deadline_steady_ms INTEGER;
  -- 'keep' or 'revert', and who said so.
  ALTER TABLE applies ADD COLUMN decision TEXT;
  ALTER TABLE applies ADD COLUMN decided_by TEXT;
  -- Why it is being undone: an outcome.
  ALTER TABLE applies ADD COLUMN reason TEXT;
  -- When a failed revert was found settled: the manager is well again.
  ALTER TABLE applies ADD COLUMN alarm_settled_at INTEGER;
  -- Applies of a version without resuming, if one was cut off by this very upgrade.
  UPDATE applies SET state = 'finished', finished_at = started_at,
    outcome = '{"result":"interrupted","message":"Riposte stopped in the middle of this apply.","hint":"Overview says what the file and the manager are now.","lines":[],"managerUp":null}'
    WHERE state = 'running';
  CREATE UNIQUE INDEX one_running_apply ON applies(state) WHERE state = 'running';

  -- Every version of ossec.conf that was on the manager: written by Riposte, or noticed.
  CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL,
    parent_sha256 TEXT,
    source TEXT NOT NULL,
    person TEXT,
    note TEXT NOT NULL,
    sentences TEXT NOT NULL,
    apply_id INTEGER REFERENCES applies(id),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX revisions_by_content ON revisions(sha256);
  CREATE INDEX revisions_by_apply ON revisions(apply_id);

  -- A draft that starts from an older version; and drafts that were set aside for it.
  ALTER TABLE drafts ADD COLUMN restore_sha256 TEXT;
  CREATE TABLE drafts_set_aside (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    base_sha256 TEXT NOT NULL,
    changes TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  -- Who did what. Append-only: each entry carries the hash of the one before.
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

  -- Who acts: a name to each id. Sign-in hangs on this.
  CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;

  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
  `
  -- A change that was settled against a newer file than the rest of its draft: the file it is for. Null for the draft's own.
  ALTER TABLE draft_changes ADD COLUMN base_sha256 TEXT;
  `,
  `
  -- Which version the way back brings: what ran, which need not be what was on the disk. Null when there is no way back.
  ALTER TABLE applies ADD COLUMN back_sha256 TEXT;
  UPDATE applies SET back_sha256 = base_sha256;
  `,
  `
  -- Who may sign in. The name stands in people; login is what is typed.
  CREATE TABLE users (
    person TEXT PRIMARY KEY REFERENCES people(id),
    login TEXT NOT NULL COLLATE NOCASE UNIQUE,
    -- Null for those who only come through OIDC.
    password TEXT,
    role TEXT NOT NULL,
    limits TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
  ) STRICT;
  -- Kept by the hash of its id: who reads this file can be nobody.
  CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    -- What pages and the log may say of it.
    public_id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES users(person) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    -- When the id was last given anew.
    rotated_at INTEGER NOT NULL,
    -- The id before that one, for requests that were under way.
    previous_hash TEXT,
    -- When the person last proved to be who they are.
    proved_at INTEGER NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_person ON sessions(person);
  CREATE TABLE sign_in_failures (key TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX sign_in_failures_by_key ON sign_in_failures(key, at);
  -- One-time links: the first start, invitations, lost passwords.
  CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    person TEXT REFERENCES users(person) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT;
  CREATE TABLE second_factors (
    person TEXT PRIMARY KEY REFERENCES users(person) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    confirmed_at INTEGER,
    -- The last code's step: a code is taken once.
    last_step INTEGER NOT NULL,
    -- Hashes of the codes for a lost device.
    recovery TEXT NOT NULL
  ) STRICT;
  CREATE TABLE oidc_accounts (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES users(person) ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject)
  ) STRICT;
  -- Four eyes: who approves exactly this plan on exactly this file.
  CREATE TABLE approvals (
    base_sha256 TEXT NOT NULL,
    new_sha256 TEXT NOT NULL,
    author TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    approver TEXT,
    approved_at INTEGER,
    PRIMARY KEY (base_sha256, new_sha256, author)
  ) STRICT;
  `,
  `
  -- Why an entry of the white list is there, and until when. The entry itself stands in ossec.conf only.
  CREATE TABLE white_list_notes (
    address TEXT PRIMARY KEY,
    note TEXT NOT NULL,
    expires_at INTEGER,
    added_by TEXT,
    added_at INTEGER,
    changed_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  -- Addresses of our own that may be blocked, said somebody.
  CREATE TABLE lock_out_dismissals (
    address TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    dismissed_at INTEGER NOT NULL
  ) STRICT;
  `,
];

/*
 * Owns the tables of the index and their version. An index of another version is thrown away and read again: it holds nothing
 * that the manager's files do not say.
 */

export const INDEX_VERSION = '1';

/**
 * `log` numbers a file that was read, `segment` a run of its alerts; words are numbered as vocabulary.ts numbers them. What
 * closed segments sum up to stands beside them, so that a start need not read every event.
 */
export const SCHEMA = `
CREATE TABLE meta (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE logs (
  log UINTEGER NOT NULL, name VARCHAR NOT NULL, inode VARCHAR NOT NULL, head VARCHAR NOT NULL,
  head_length DOUBLE NOT NULL, tail VARCHAR NOT NULL, read_to DOUBLE NOT NULL, alerts DOUBLE NOT NULL, unreadable DOUBLE NOT NULL,
  ended BOOLEAN NOT NULL
);
CREATE TABLE segments (
  segment UINTEGER NOT NULL, log UINTEGER NOT NULL, starts DOUBLE NOT NULL, alerts UINTEGER NOT NULL,
  first_ms DOUBLE NOT NULL, last_ms DOUBLE NOT NULL, closed BOOLEAN NOT NULL
);
CREATE TABLE segment_variants (
  segment UINTEGER NOT NULL, variant UINTEGER NOT NULL, alerts UINTEGER NOT NULL, ms DOUBLE NOT NULL,
  id VARCHAR NOT NULL, description UINTEGER NOT NULL
);
CREATE TABLE segment_agents (segment UINTEGER NOT NULL, agent UINTEGER NOT NULL, ms DOUBLE NOT NULL, id VARCHAR NOT NULL);
CREATE TABLE events (
  segment UINTEGER NOT NULL, ms DOUBLE NOT NULL, variant UINTEGER NOT NULL, agent UINTEGER NOT NULL,
  source UINTEGER NOT NULL, account UINTEGER NOT NULL, description UINTEGER NOT NULL,
  id_seconds UINTEGER NOT NULL, id_offset DOUBLE NOT NULL, odd_id VARCHAR
);
CREATE TABLE reports (log UINTEGER NOT NULL, ms DOUBLE NOT NULL, id VARCHAR NOT NULL, report VARCHAR NOT NULL);
CREATE TABLE variants (
  number UINTEGER NOT NULL, key VARCHAR NOT NULL, rule_id UINTEGER NOT NULL, level DOUBLE NOT NULL, groups VARCHAR NOT NULL
);
CREATE TABLE agents (number UINTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE sources (number UINTEGER NOT NULL, address VARCHAR, srcip VARCHAR, folded UTINYINT NOT NULL);
CREATE TABLE users (number UINTEGER NOT NULL, name VARCHAR, folded UTINYINT NOT NULL);
CREATE TABLE descriptions (number UINTEGER NOT NULL, text VARCHAR NOT NULL, folded UTINYINT NOT NULL);
`;

/** The text of an alert's id, as it was. */
export const ID = "coalesce(odd_id, id_seconds || '.' || CAST(id_offset AS UBIGINT))";

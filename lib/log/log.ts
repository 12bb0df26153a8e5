/*
 * Riposte's own log: one JSON object a line on stderr, whatever stands in its values, so that nobody can forge a line. Knows
 * no file, no rotation (the service manager's business) and nothing of what is logged.
 */

export type Level = 'info' | 'warn' | 'error';
type Value = string | number | boolean | null | undefined | readonly string[];
export type Fields = Readonly<Record<string, Value>>;

const MOST_FIELDS = 30;
const MOST_ITEMS = 50;
const LONGEST_KEY = 60;
const LONGEST_TEXT = 2000;
const LONGEST_LINE = 10_000;

/** Names of what is never logged. The caller names its fields, so a name says what is in it. */
const FORBIDDEN =
  /pass(word|phrase)|secret|token|cookie|authorization|session_?id|private_?key|^code$|^config$|^bytes$/i;

/** The line as it is written, without its end. Exported for those who read what they wrote. */
export function logLine(level: Level, event: string, fields: Fields = {}, now = new Date()): string {
  const entry: Record<string, unknown> = { time: now.toISOString(), level, event: plain(event, LONGEST_KEY) };
  for (const [key, value] of Object.entries(fields).slice(0, MOST_FIELDS)) {
    if (value === undefined || Object.hasOwn(entry, key)) continue;
    entry[plain(key, LONGEST_KEY)] = FORBIDDEN.test(key) ? withheld(key) : bounded(value);
  }
  const line = JSON.stringify(entry);
  if (line.length <= LONGEST_LINE) return line;
  return JSON.stringify({ time: entry.time, level, event: entry.event, cut: line.slice(0, LONGEST_LINE / 4) });
}

/** Writes one line. A log that cannot be written stops nothing. */
export function log(level: Level, event: string, fields: Fields = {}): void {
  const line = logLine(level, event, fields);
  try {
    process.stderr.write(`${line}\n`);
  } catch {
    // The reader is gone, and there is no other place to say so.
  }
}

/** What an error says of itself, for a field. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function withheld(key: string): string {
  if (process.env.NODE_ENV === 'test') throw new Error(`the log must not have a field "${key}"`);
  return '[withheld]';
}

function bounded(value: Exclude<Value, undefined>): unknown {
  if (typeof value === 'string') return plain(value, LONGEST_TEXT);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one) => plain(String(one), LONGEST_TEXT / 10));
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/**
 * JSON escapes line feeds and most control characters; a terminal or a viewer also acts on these: DEL and C1 controls, what
 * else breaks lines, and what turns the direction of writing.
 */
function plain(text: string, most: number): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return short.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (one) => `\\u${hex(one)}`);
}

const hex = (one: string): string => one.charCodeAt(0).toString(16).padStart(4, '0');

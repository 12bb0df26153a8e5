/*
 * Owns alerts.json of a sandbox, and what the manager's own scripts wrote about the same events. A history that ended goes
 * on behind what is there: whoever read the file once need not read it again, as with a real manager.
 */
import { appendFileSync, chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderEarlierResponses } from './earlier-log.ts';
import type { RuleFacts } from './read-rule-facts.ts';
import { makeAlerts } from './sandbox-alerts.ts';

const GO_ON_AFTER_MS = 24 * 3600 * 1000;

/** Writes what is missing up to `now`; nothing when the history ended less than a day ago. */
export function writeAlerts(directory: string, loadRules: () => RuleFacts[], now: number): void {
  const path = join(directory, 'logs/alerts/alerts.json');
  const endedAt = existsSync(path) ? readEnd(directory, path) : null;
  if (endedAt !== null && now - endedAt < GO_ON_AFTER_MS) return;
  const rules = loadRules();
  const alerts = endedAt === null ? makeAlerts(rules, now) : goOn(rules, endedAt, now);
  add(path, alerts, 0o640);
  add(join(directory, 'logs/active-responses.log'), renderEarlierResponses(alerts), 0o660);
  writeFileSync(endPath(directory), String(now));
}

const endPath = (directory: string) => join(directory, 'etc/riposte-sandbox-alerts-end');

/** Up to when the file was made. */
function readEnd(directory: string, path: string): number {
  try {
    return Number(readFileSync(endPath(directory), 'utf8'));
  } catch {
    return statSync(path).mtimeMs;
  }
}

/** What came of the events that were there, and the events since. */
function goOn(rules: RuleFacts[], endedAt: number, now: number): string {
  const end = new Date(endedAt).toISOString();
  const lines = [makeAlerts(rules, endedAt, now), makeAlerts(rules, now)].flatMap((text) => text.trimEnd().split('\n'));
  return lines
    .map((line) => ({ line, timestamp: JSON.parse(line).timestamp.replace('+0000', 'Z') as string }))
    .filter(({ timestamp }) => timestamp > end)
    .sort((a, b) => a.timestamp.localeCompare(b.timestamp))
    .map(({ line }) => `${line}\n`)
    .join('');
}

function add(path: string, text: string, mode: number): void {
  appendFileSync(path, text, { mode });
  chmodSync(path, mode);
}

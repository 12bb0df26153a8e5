/*
 * Owns what somebody pastes: the JSON of an alert, a line of alerts.json, a document of the indexer, or only the id. Pure; runs
 * in the browser, so that nothing but what the chain needs is sent.
 */
import { readAlert } from '../alerts/read-alert.ts';
import { findJsonError } from './find-json-error.ts';
import type { TracedAlert } from './trace.ts';

export const MAX_PASTED = 256 * 1024;

export type Pasted =
  | { kind: 'alert'; alert: TracedAlert }
  | { kind: 'id'; id: string }
  | { kind: 'problem'; message: string };

const AGENT_ID = /^\d{1,9}$/;
const ALERT_ID = /^\d{9,11}\.\d{1,12}$/;
export const isAlertId = (text: string): boolean => ALERT_ID.test(text);

const problem = (message: string): Pasted => ({ kind: 'problem', message });

export function parsePastedAlert(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '') return problem('Paste an alert, or its id.');
  if (trimmed.length > MAX_PASTED) return problem('This is too long for an alert. Paste one alert, at most 256 KB.');
  if (isAlertId(trimmed)) return { kind: 'id', id: trimmed };
  const parsed = parseJson(trimmed);
  if (parsed.kind === 'problem') return parsed;
  const alert = readAlert(parsed.text);
  if (!alert) return problem('This is JSON, but not an alert: it needs timestamp, id, rule and agent.');
  if (!AGENT_ID.test(alert.agentId)) return problem('This is no alert of Wazuh: the id of its agent is no number.');
  const { id, at, ruleId, level, description, agentId, agentName, address, srcip, user, groups } = alert;
  return {
    kind: 'alert',
    alert: { id, at, ruleId, level, description, agentId, agentName, address, srcip, user, groups },
  };
}

type Json = { kind: 'json'; text: string } | { kind: 'problem'; message: string };

const TOO_DEEP: Json = { kind: 'problem', message: 'This is nested too deep for an alert. Paste one alert.' };

/** The JSON of the alert itself. */
function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const lines = text.split('\n');
    // Several lines of alerts.json: the first one counts.
    const first = lines.length > 1 && lines[0]?.trim().endsWith('}') ? parseJson(lines[0]) : null;
    if (first?.kind === 'json') return first;
    const offset = findJsonError(text);
    return offset === null ? TOO_DEEP : { kind: 'problem', message: `This is not JSON: ${placeOf(text, offset)}.` };
  }
  try {
    return { kind: 'json', text: JSON.stringify(unwrap(value)) };
  } catch {
    // Reading does not mind the depth, writing does.
    return TOO_DEEP;
  }
}

function placeOf(text: string, offset: number): string {
  if (offset >= text.length) return `it ends too early, after ${text.length} characters`;
  const before = text.slice(0, offset).split('\n');
  return `it breaks at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A document of the indexer has the alert inside. */
function unwrap(value: unknown): unknown {
  const inner = (value as { _source?: unknown } | null)?._source;
  return inner !== null && typeof inner === 'object' ? inner : value;
}

/*
 * Owns what the manager's own active-responses.log says: which scripts ran on the manager, for which alert, and what they
 * complained about (wazuh-facts §4.5). Pure; lines of another form are left out.
 */
import { readScriptMessage, type ScriptMessage } from '../alerts/read-alert.ts';

/** One start of a script on the manager. */
export type LoggedRun = Pick<ScriptMessage, 'cause' | 'extraArgs'> & {
  at: number;
  script: string;
  /** Null for a run that stopped before it said what it was asked. */
  kind: 'add' | 'delete' | null;
  /** The script's own words when something went wrong. */
  error: string | null;
};

const LINE = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d) active-response\/bin\/([^:]+): (.*)$/;
/** Lines of a run in order, in wazuh's own words; everything else a shipped script says is a complaint. */
const PLAIN = /^(Starting|Ended|Aborted)$/;
const COMPLAINT = /^Cannot |^Could not |^Invalid |^Unable |not accessible|not found|denied|fail|error/i;
const MAX_WORDS = 300;

/** The oldest first. */
export function readResponseLog(lines: readonly string[]): LoggedRun[] {
  const runs: LoggedRun[] = [];
  const open = new Map<string, LoggedRun>();
  for (const line of lines) {
    const [, year, month, day, time, script, text] = LINE.exec(line) ?? [];
    if (!script || text === undefined) continue;
    // Local time, without a zone.
    const at = Date.parse(`${year}-${month}-${day}T${time}`);
    if (Number.isNaN(at)) continue;
    const message = text.startsWith('{') ? readMessage(text) : null;
    const isNew = text === 'Starting' || (message !== null && open.get(script)?.kind !== null);
    const run = (isNew ? undefined : open.get(script)) ?? start(at, script);
    if (run !== open.get(script)) runs.push(run);
    open.set(script, run);
    if (message) Object.assign(run, { kind: message.kind, cause: message.cause, extraArgs: message.extraArgs });
    else if (!text.startsWith('{') && !PLAIN.test(text) && COMPLAINT.test(text))
      run.error ??= text.trim().slice(0, MAX_WORDS);
  }
  return runs;
}

const NO_CAUSE = { id: null, ruleId: null, description: null, agentId: null, address: null, user: null };
const start = (at: number, script: string): LoggedRun => ({
  ...{ at, script, kind: null, cause: NO_CAUSE, extraArgs: [], error: null },
});

/** Null for the lines of the handshake: check_keys, continue, abort. */
function readMessage(text: string): (ScriptMessage & { kind: 'add' | 'delete' }) | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const message = readScriptMessage(data);
  const { command } = message;
  return command === 'add' || command === 'delete' ? { ...message, kind: command } : null;
}

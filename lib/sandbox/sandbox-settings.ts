/*
 * Owns the knobs of a sandbox, kept in its own etc/riposte-sandbox.json: how fast it is and what goes wrong in it.
 * Does not act on them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SandboxSettings = {
  /** No waiting: for tests. */
  fast: boolean;
  /** wazuh-remoted can't bind its port and stays down. */
  refuseStart: boolean;
  /** The start stands still this long before wazuh-analysisd. */
  hangSeconds: number;
  /** wazuh-analysisd ends by itself this long after its start; 0 never. */
  dieAfterSeconds: number;
  /** wazuh-analysisd is not started, and nothing says so. */
  withoutAnalysisd: boolean;
  /** How Wazuh's own check answers: truly; refusing everything but the file on disk; never; or there is no program. */
  ownCheck: 'works' | 'refuses' | 'hangs' | 'absent';
  /** Whether the running analysisd can be asked what it holds; null: unless the sandbox is fast. Read at each start. */
  socket: boolean | null;
};

export const defaultSettings: SandboxSettings = {
  fast: false,
  refuseStart: false,
  hangSeconds: 0,
  dieAfterSeconds: 0,
  withoutAnalysisd: false,
  ownCheck: 'works',
  socket: null,
};

/** Whether the running analysisd answers at its socket. */
export function hasSocket({ socket, fast }: SandboxSettings): boolean {
  return socket ?? !fast;
}

/** Where the settings of a sandbox are. */
export function settingsPath(directory: string): string {
  return join(directory, 'etc/riposte-sandbox.json');
}

/** The settings of the sandbox; the defaults where the file is missing or says nothing. */
export function readSettings(directory: string): SandboxSettings {
  try {
    return { ...defaultSettings, ...JSON.parse(readFileSync(settingsPath(directory), 'utf8')) };
  } catch {
    return defaultSettings;
  }
}

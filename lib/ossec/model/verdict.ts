/*
 * The answer of the manager to a file, as recorded from the real 4.14.7 (../shared/wazuh/dialect-cases.json). All texts
 * are decoded (byte-text.ts).
 */

export type LoadedCommand = { name: string; executable: string; timeoutAllowed: boolean; extraArgs: string | null };

export type LoadedLocation = 'AS_ONLY' | 'REMOTE_AGENT' | 'SPECIFIC_AGENT' | 'ALL_AGENTS';

export type LoadedResponse = {
  /** Command name followed by the timeout, at most 255 bytes: what is sent and what ar.conf lists. */
  name: string;
  command: string;
  executable: string;
  timeout: number;
  /** Sorted; several only when <location> matches several words. */
  location: LoadedLocation[];
  agentId: string | null;
  level: number;
  rulesId: string | null;
  rulesGroup: string | null;
  /** Which <active-response> block of the file it comes from. */
  block: number;
};

export type Queues = { local: boolean; remote: boolean };

export type Verdict = {
  xml: { ok: boolean; error: string | null; line: number | null };
  /** Would analysisd start with the commands and responses of this file. */
  accepted: boolean;
  errors: string[];
  warnings: string[];
  infos: string[];
  commands: LoadedCommand[];
  responses: LoadedResponse[];
  /** Will responses be sent to the manager's own executor, to agents. */
  queues: Queues;
  execd: { starts: boolean; disabled: boolean; repeatedOffendersMinutes: number[] };
  /** The lines this file adds to etc/shared/ar.conf; on an error those before it. */
  arConf: string;
  /** True on a file on which the real manager crashes. */
  crashes: boolean;
};

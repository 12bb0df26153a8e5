/*
 * The port to a Wazuh manager: its configuration, daemons, agents, scripts and log. Adapters: local/ (a directory on
 * this host: a real installation or the sandbox). What a configuration means is lib/ossec's business, not the port's.
 * Expected failures come back as values; adapters throw only on bugs.
 */

export type ManagerIdentity = {
  /** Absolute installation directory, e.g. /var/ossec. */
  directory: string;
  hostname: string;
  flavour: 'wazuh' | 'ossec';
  /** "4.14.7", or null when the installation does not say. */
  version: string | null;
  /** True on the embedded stand-in: shown on every page. */
  sandbox: boolean;
  configPath: string;
  logPath: string;
  scriptsPath: string;
  /** What a restart will run, for people: "systemctl restart wazuh-manager" or "/var/ossec/bin/wazuh-control restart". */
  restartCommand: string | null;
};

export type ConfigFile = {
  bytes: Uint8Array;
  /** sha256 of the bytes, hex: the precondition of a save. */
  sha256: string;
  mode: number;
  uid: number;
  gid: number;
  /** "root:wazuh", numbers where the names are unknown. */
  owner: string;
  modifiedAt: number;
};

/** A failure to show: what happened, and what to do about it. `code` is stable kebab-case. */
export type ManagerFailure = { code: string; message: string; hint: string };

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: ManagerFailure };

export type Daemon = {
  /** "wazuh-analysisd" */
  name: string;
  /** A default manager does not work without it (wazuh-facts §6.1). */
  required: boolean;
  running: boolean;
  pid: number | null;
  /** Epoch milliseconds of the process start, null when unknown or not running. */
  startedAt: number | null;
};

export type AgentSystem = 'linux' | 'windows' | 'macos' | 'unix' | 'unknown';
export type AgentConnection = 'active' | 'disconnected' | 'pending' | 'never_connected' | 'unknown';

export type Agent = {
  /** At least three digits: "001". Never 000. */
  id: string;
  name: string;
  address: string;
  system: AgentSystem;
  /** "Ubuntu 24.04", or null when unknown. */
  systemName: string | null;
  version: string | null;
  connection: AgentConnection;
};

export type AgentList = {
  agents: Agent[];
  /** Said when systems or connections could not be read, so that no count is shown as more than it is. */
  note: string | null;
};

export type Script = {
  /** File name below active-response/bin. */
  name: string;
  mode: number;
  owner: string;
  size: number;
  executable: boolean;
  /** Writable by others: whoever can write it is root on this host. */
  worldWritable: boolean;
};

export type SaveRequest = { bytes: Uint8Array; expectedSha256: string };
export type SaveOutcome =
  | { ok: true; sha256: string; inPlace: boolean; owner: string; mode: number }
  | { ok: false; conflict: true; actual: ConfigFile }
  | { ok: false; conflict: false; failure: ManagerFailure };

export type RestartEvent =
  | { kind: 'output'; stream: 'stdout' | 'stderr'; line: string }
  | { kind: 'exited'; code: number | null; signal: string | null; timedOut: boolean };

/** What Wazuh's own check says of a candidate file. */
export type OwnCheck =
  | { kind: 'accepted'; program: string }
  /** Its own lines that say why. */
  | { kind: 'refused'; program: string; lines: string[] }
  /** It could not be asked here without harm; `why` for people, one sentence. */
  | { kind: 'not-run'; why: string };

/** A response as the running analysisd holds it (wazuh-facts §7.3, analysis/active_response). */
export type RunningResponse = {
  command: string;
  location: string;
  agentId: string | null;
  level: number;
  rulesId: string | null;
  rulesGroup: string | null;
  timeout: number;
};

/** A control program is at work: a restart by somebody else, or one of ours that goes on. */
export type ControlLock = { pid: number | null; since: number | null };

/** What could keep an apply from working, looked at without changing anything. */
export type ManagerInspection = {
  /** Free bytes where ossec.conf is; null when unknown. */
  freeBytes: number | null;
  /** How a save would write: by rename, in place (and why), or not at all. */
  write: { how: 'replace' } | { how: 'in-place' | 'denied'; why: string };
  /** Whether this process may restart the manager; null when that can't be told without trying. */
  mayRestart: boolean | null;
  /** What to do when it may not. */
  restartHint: string | null;
  lock: ControlLock | null;
  /** Another tool that writes the file, with the words or the place that gave it away. */
  managedBy: { tool: string; evidence: string }[];
};

/** A timed block that is probably in force now: added, not taken back yet. */
export type PendingBlock = {
  /** "000" is the manager itself. */
  agentId: string;
  agentName: string | null;
  command: string;
  /** Address or user. */
  target: string;
  since: number;
  /** When it would end by itself; null when the timeout is not known. */
  until: number | null;
};

/** Where the manager's host is on its network: numeric addresses, without loopback and link-local ones. */
export type HostAddresses = {
  interfaces: string[];
  gateways: string[];
  nameServers: string[];
};

export interface Manager {
  identify(): Promise<ManagerIdentity>;
  loadConfig(): Promise<Outcome<ConfigFile>>;
  /** Writes the whole file atomically, only if it still has `expectedSha256`; keeps mode, owner, group and symlink. */
  saveConfig(request: SaveRequest): Promise<SaveOutcome>;
  /** In the manager's own status order. */
  loadDaemons(): Promise<Daemon[]>;
  loadAgents(): Promise<AgentList>;
  /** Sorted by name; empty with a failure when the folder can't be read. */
  loadScripts(): Promise<Outcome<Script[]>>;
  /** etc/shared/ar.conf as text; null when it is absent or unreadable. */
  loadArConf(): Promise<string | null>;
  /** Rule files of ruleset/rules and etc/rules, in load order; unreadable ones are left out. */
  loadRuleFiles(): Promise<{ path: string; bytes: Uint8Array }[]>;
  /** Wazuh's own check of `bytes` in a private copy of the tree: the live one, ar.conf included, is not touched. */
  runOwnCheck(bytes: Uint8Array): Promise<OwnCheck>;
  /** The responses that the running analysisd holds; null when it can't be asked. */
  loadRunningResponses(): Promise<RunningResponse[] | null>;
  /** The control program's own lock (var/start-script-lock); null when nobody holds it. */
  loadControlLock(): Promise<ControlLock | null>;
  inspect(): Promise<ManagerInspection>;
  /** From what the manager logged; null when its records can't be read. */
  loadPendingBlocks(): Promise<PendingBlock[] | null>;
  /** The last lines of what scripts wrote when they ran on the manager itself; null when they can't be read. */
  loadResponseLog(): Promise<string[] | null>;
  /** Lists are empty where the host does not tell. */
  loadHostAddresses(): Promise<HostAddresses>;
  /** Runs the restart program, without a shell, and yields its output as it comes. Ends with one `exited`. */
  restart(signal?: AbortSignal): AsyncIterable<RestartEvent>;
  /** The end of the log now, in bytes: where followLog starts. 0 when there is none. */
  logEnd(): Promise<number>;
  /** Lines added to the manager's log from `offset` on, in batches, following rotation, until aborted. */
  followLog(offset: number, signal: AbortSignal): AsyncIterable<string[]>;
}

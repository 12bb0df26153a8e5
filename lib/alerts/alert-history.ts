/*
 * The port to the alerts of the past: what they say is counted once, so that a response can be judged without reading them
 * again. Adapters: files/ (the manager's own alerts.json and its archives), indexer/ (the Wazuh indexer). Which alerts set a
 * response off is not the port's business: it is asked for rule variants. Expected failures come back as values.
 */
import type { ManagerFailure, Outcome } from '../manager/manager.ts';

/** Epoch milliseconds, `to` excluded. */
export type Period = { from: number; to: number };

/** A rule as alerts carried it. Whether a response fires is decided per rule, never per alert (PERFORMANCE §0). */
export type RuleVariant = {
  /** Opaque; valid for this history only. */
  key: string;
  ruleId: number;
  level: number;
  /**
   * As alerts say it: groups and compliance tags with their prefix, each with a comma behind it. Their order is lost, so the
   * ruleset's own string is better where the rule is known.
   */
  groups: string;
  /** Of the newest alert that is known. */
  description: string;
  /** In the period asked for. */
  alerts: number;
};

/** Which alerts are meant, and what keeps some of them from running anything. */
export type AlertsQuery = {
  period: Period;
  /** Keys of RuleVariant. */
  variants: readonly string[];
  /** <white_list> entries as written: an alert whose srcip they cover runs nothing. */
  whiteList: readonly string[];
};

export type CountQuery = AlertsQuery & {
  step: 'hour' | 'day';
  /** Addresses to be named in `sources.own` when they occur, however rarely. */
  own: readonly string[];
  /** How many sources, users and agents to name; the rest is only counted. */
  top: number;
};

/** An address in alerts. A shipped script takes it from a Windows event first, then from srcip (wazuh-facts §3). */
export type SourceCount = {
  /** What a script would act on. */
  address: string;
  /** What the white list is compared with; null for Windows events. */
  srcip: string | null;
  alerts: number;
  /** Covered by the white list: nothing runs. */
  listed: boolean;
};

export type HistoryCounts = {
  alerts: number;
  /** Of `alerts`: run nothing, the white list covers their srcip. */
  listed: number;
  /** Of the rest: the manager refuses them for characters in srcip or dstuser (wazuh-facts §2.3). */
  refused: number;
  /** Of those that run: no address that a script could take; no dstuser. */
  withoutAddress: number;
  withoutUser: number;
  /** Buckets with alerts only, in order. `at` is the bucket's start in UTC. `runs` leaves out listed and refused. */
  byTime: { at: number; variant: string; alerts: number; runs: number }[];
  /** The most alerts first, then by name (agents by id). */
  agents: { top: AgentCount[]; distinct: number };
  sources: { top: SourceCount[]; distinct: number; own: SourceCount[] };
  users: { top: { user: string; alerts: number }[]; distinct: number };
  /** By runs; null when nothing runs. */
  busiestMinute: { at: number; runs: number } | null;
  /** Set when numbers are not exact, one sentence that says which and why. */
  note: string | null;
};

/** The name as the newest alert that is known has it. */
export type AgentCount = { id: string; name: string; alerts: number; runs: number };

export type PeakQuery = AlertsQuery & {
  /** 0: never undone. */
  timeoutSeconds: number;
  /** What makes two runs on one agent the same block. */
  key: 'address' | 'user';
};

/** The most blocks in force at once, an agent and a target each; a repeated run renews its block (wazuh-facts §4.3). */
export type Peak = { at: number; blocks: number; exact: boolean } | null;

/** An alert, as far as responses need it. */
export type PastAlert = {
  /** "epochSeconds.offset" */
  id: string;
  at: number;
  variant: string;
  ruleId: number;
  level: number;
  description: string;
  agentId: string;
  agentName: string;
  address: string | null;
  srcip: string | null;
  user: string | null;
};

/** What a script reported through the rules 601–607 and 651–658 (wazuh-facts §9.2). */
export type ResponseReport = {
  id: string;
  at: number;
  /** Where the script ran; "000" is the manager. */
  agentId: string;
  agentName: string;
  ruleId: number;
  /** firewall-off: rule 658, the script ran and probably had no effect. */
  kind: 'add' | 'delete' | 'firewall-off';
  /** File name below active-response/bin; null when the report does not say. */
  script: string | null;
  /** The alert that caused it, as far as the report carries it. */
  cause: {
    id: string | null;
    ruleId: number | null;
    description: string | null;
    agentId: string | null;
    address: string | null;
    user: string | null;
  };
  extraArgs: readonly string[];
};

export type ReportQuery = {
  period: Period;
  /** At most so many, the newest first. */
  limit: number;
};

export type Coverage = {
  source: 'files' | 'indexer';
  /** Times of the first and the last alert that are in; null when there is none. */
  from: number | null;
  to: number | null;
  alerts: number;
  /** Lines that are no alert. */
  unreadable: number;
  state:
    | { kind: 'ready' }
    /** Reading goes on; answers are about what is in so far. Bytes as they are on the disk. */
    | { kind: 'reading'; doneBytes: number; totalBytes: number; file: string }
    /** Somebody stopped it; resume() goes on. */
    | { kind: 'stopped'; doneBytes: number; totalBytes: number }
    | { kind: 'failed'; failure: ManagerFailure };
  /** What the index takes on the disk; null when it is not ours. */
  diskBytes: number | null;
  /** What is not in and why: days dropped to stay within bounds, files that could not be read. */
  notes: readonly string[];
};

export interface AlertHistory {
  loadCoverage(): Promise<Outcome<Coverage>>;
  /** The rules that raised alerts in the period, the most alerts first. */
  loadVariants(period: Period): Promise<Outcome<RuleVariant[]>>;
  count(query: CountQuery): Promise<Outcome<HistoryCounts>>;
  loadPeak(query: PeakQuery): Promise<Outcome<Peak>>;
  /** The newest first; of one instant the higher id, compared as text. */
  loadAlerts(query: AlertsQuery & { limit: number }): Promise<Outcome<{ alerts: PastAlert[]; more: boolean }>>;
  /** The newest first, as loadAlerts has them. */
  loadReports(query: ReportQuery): Promise<Outcome<{ reports: ResponseReport[]; more: boolean }>>;
  /** The alert's own JSON text; null when no file has it. */
  findAlert(id: string): Promise<Outcome<string | null>>;
  /** Stops reading; what is in stays. Nothing to do for the indexer. */
  stop(): Promise<void>;
  resume(): Promise<void>;
  /** Ends what runs for it. */
  close(): Promise<void>;
}

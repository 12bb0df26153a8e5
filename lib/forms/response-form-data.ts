/*
 * What the response form is given besides its values: what there is to choose from and what the checks look at, as the draft
 * leaves it. Plain data that travels to the browser; knows no React.
 */
import type { Facts, Finding, ResponseFacts } from '../ossec/findings/finding.ts';

export type FormAgent = {
  id: string;
  name: string;
  address: string;
  system: 'linux' | 'windows' | 'macos' | 'unix' | 'unknown';
  /** "Ubuntu 24.04", or null when unknown. */
  systemName: string | null;
  connection: 'active' | 'disconnected' | 'pending' | 'never_connected' | 'unknown';
};

export type FormScript = { name: string; mode: number; owner: string; executable: boolean; worldWritable: boolean };

/** The manager's rules in numbers. */
export type FormRules = {
  count: number;
  /** How many rules have the level: levels[5]. */
  levels: readonly number[];
  /** The most frequent first. */
  groups: readonly { name: string; count: number; isCompliance: boolean; isBare: boolean }[];
};

export type ResponseFormData = {
  facts: Facts;
  /** Where the response stands in `facts.responses`; null for a new one. */
  position: number | null;
  /** The keys of `facts.commands` on the Commands page. */
  commandKeys: readonly string[];
  /** What the checks say of the form as it is opened: the browser needs none before something is typed. */
  findings: readonly Finding[];
  /** The response as the draft leaves it; null for a new one. */
  original: ResponseFacts | null;
  /** It ran on every agent before, so nobody has to confirm that again. */
  wasOnAll: boolean;
  agents: readonly FormAgent[];
  /** Why systems or connections are not known; null when they are. */
  agentNote: string | null;
  /** Null when the folder can't be read. */
  scripts: readonly FormScript[] | null;
  scriptsPath: string;
  managerName: string;
  /** Null when no rule could be read. */
  rules: FormRules | null;
};

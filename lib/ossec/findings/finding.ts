/*
 * What a finding is. A check looks at facts and says what an admin should know; it changes nothing. Checks run in the
 * browser at each keystroke and on the server over the whole file, over the same facts.
 */
import type { Change } from '../edit/change.ts';
import type { Config } from '../index.ts';
import type { Location } from '../model/config-model.ts';

/** blocker: the manager would refuse the file. error: does not do what it says. warning: risky. note: good to know. */
export const SEVERITIES = ['blocker', 'error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A command as the checks see it: from the file, or from a form. */
export type CommandFacts = {
  name: string;
  executable: string;
  extraArgs: string | null;
  timeoutAllowed: boolean;
  shadowed: boolean;
  line: number | null;
};

/** A response as the checks see it: values as written, null where absent. */
export type ResponseFacts = {
  command: string | null;
  location: Location | string | null;
  agentId: string | null;
  level: string | null;
  rulesGroup: string | null;
  rulesId: string | null;
  timeout: string | null;
  repeatedOffenders: string | null;
  /** The block is off: by its tag, or inside a comment. */
  off: boolean;
  line: number | null;
};

export type AgentFacts = {
  id: string;
  name: string;
  system: 'linux' | 'windows' | 'macos' | 'unix' | 'unknown';
  connection: 'active' | 'disconnected' | 'pending' | 'never_connected' | 'unknown';
};

export type ScriptFacts = { name: string; executable: boolean; worldWritable: boolean };

/** A rule as far as triggers need it. `groups` is the raw group string: "syslog,sshd,". */
export type RuleFacts = { id: number; level: number; groups: string; noAr?: boolean };

/** One <white_list> entry. `line` is null in a form. */
export type WhiteListFacts = { address: string; line: number | null };

/** All that a check may look at. Null means unknown: then a check that needs it says nothing. */
export type Facts = {
  commands: readonly CommandFacts[];
  responses: readonly ResponseFacts[];
  agents: readonly AgentFacts[] | null;
  /** Scripts found in the manager's active-response/bin. */
  scripts: readonly ScriptFacts[] | null;
  rules: readonly RuleFacts[] | null;
  whiteList?: readonly WhiteListFacts[] | null;
  /** Addresses of the manager itself. */
  ownAddresses?: readonly string[] | null;
  /** Gateways and name servers of the manager's host. */
  networkAddresses?: readonly string[] | null;
};

/** What a finding is about: the position in Facts.responses or Facts.commands, or the file as a whole. */
export type Subject = { kind: 'response' | 'command'; index: number } | { kind: 'file' };

export type Finding = {
  /** Stable kebab-case id of the check: "unknown-command". */
  id: string;
  severity: Severity;
  subject: Subject;
  /** What happens, in one short line. */
  title: string;
  /** Why, and what to do about it. */
  detail: string;
  line: number | null;
  /** Names the block by what it says, so that a finding is known again when blocks move. */
  about?: string;
  /** Mends it without a decision of the admin: tried on the file, the planner accepts it. Several belong together. */
  fix?: readonly Change[];
};

/** A check over facts: pure and quick, it runs at each keystroke. `lint` is its number in USERS-AND-PEERS §3.9. */
export type Check = { id: string; lint: string | null; run: (facts: Facts) => Finding[] };

/** A check over the whole file, on the server only. */
export type FileCheck = { id: string; lint: string | null; run: (config: Config, facts: Facts) => Finding[] };

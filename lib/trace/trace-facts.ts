/* All that a chain is made from: the alert, the response as the file has it, and what is known of manager, agents and past. */
import type { Execution } from '../activity/execution.ts';
import type { Agent, Daemon, RunningResponse, Script } from '../manager/manager.ts';
import type { CommentedResponse, Config, ResponseBlock } from '../ossec/index.ts';
import type { RulesIndex } from '../ruleset/rules-index.ts';
import type { TracedAlert } from './trace.ts';

export type TraceFacts = {
  alert: TracedAlert;
  config: Config;
  /** Null when no rule file can be read. */
  rules: RulesIndex | null;
  daemons: readonly Daemon[];
  /** The file is newer than what the manager has read. */
  restartPending: boolean;
  /** What the running manager holds; null when it can't be asked. */
  running: readonly RunningResponse[] | null;
  agents: readonly Agent[];
  /** Said when systems or connections are not known. */
  agentNote: string | null;
  /** Of the manager; null when they can't be listed. */
  scripts: readonly Script[] | null;
  /** All that is known to have run; null when there is no history. */
  executions: readonly Execution[] | null;
  /** Why an absent report of this alert proves nothing, a sentence; null when it does. */
  silence: string | null;
  /** Does the manager follow that response only since after the alert? */
  isNewer: (block: ResponseBlock) => boolean;
  /** The agent to follow where a response runs on several; null: the alert's own. */
  follow: string | null;
  now: number;
};

export type TracedResponse = ResponseBlock | CommentedResponse;

/** The agent that a response is followed to: "000" is the manager. */
export type Followed = { id: string; name: string; agent: Agent | null };

export const keyOfBlock = (block: TracedResponse): string =>
  'commented' in block ? `c${block.commented}` : `r${block.index}`;

/** A link to the form of the response. */
export const formOf = (block: TracedResponse): string => `/responses/${keyOfBlock(block)}`;

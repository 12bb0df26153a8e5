/* The way of an alert to a response that ran, as links of a chain. Plain data for pages. */
import type { ExecutionOutcome } from '../activity/execution.ts';
import type { PastAlert } from '../alerts/alert-history.ts';

/** What a chain needs of an alert. */
export type TracedAlert = Pick<
  PastAlert,
  'ruleId' | 'level' | 'description' | 'agentId' | 'agentName' | 'address' | 'srcip' | 'user'
> & {
  /** Null for one that was pasted without. */
  id: string | null;
  at: number | null;
  /** As the alert says it, compliance tags included. */
  groups: string;
};

export const LINKS = [
  'rule',
  'bound',
  'loaded',
  'white-list',
  'data',
  'target',
  'agent',
  'accepts',
  'script',
  'reported',
  'reverted',
] as const;
export type LinkId = (typeof LINKS)[number];

/** waiting: it may still come. unreached: there is nothing to look at. */
export type LinkState = 'ok' | 'bad' | 'unknown' | 'waiting' | 'unreached';

export type TraceLink = {
  id: LinkId;
  state: LinkState;
  /** The fact, in a sentence or two. */
  evidence: string;
  /** Line of ossec.conf where the fact stands. */
  line: number | null;
  /** What to do, and where; `command` to run elsewhere. */
  fix: { words: string; href: string | null; command: string | null } | null;
};

/** `key` of the response as in its address: r3, c0. */
export type Trace = {
  key: string;
  command: string;
  executable: string | null;
  line: number;
  links: TraceLink[];
  /** The agent that is followed, and those that the response would run on for this alert. */
  follows: string | null;
  hosts: { count: number; named: readonly { id: string; name: string }[] };
  /** What is known of the run; null when no report of it is. */
  outcome: ExecutionOutcome | null;
};

/** The first link that breaks; null when none does. */
export const brokenLink = ({ links }: Pick<Trace, 'links'>): TraceLink | null =>
  links.find(({ state }) => state === 'bad') ?? null;

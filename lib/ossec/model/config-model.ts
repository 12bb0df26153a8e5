/*
 * What a manager's ossec.conf says about active response, as plain data that can travel to the browser.
 * Strings are decoded as UTF-8 with lone surrogates U+DC80…DCFF for bytes that are not (see byte-text.ts),
 * so equal strings mean equal bytes. Knows nothing of files, agents or rules.
 */

/** The four words Riposte writes into <location>. The manager accepts far more (docs/dialect.md §5.1). */
export const LOCATIONS = ['local', 'server', 'defined-agent', 'all'] as const;
export type Location = (typeof LOCATIONS)[number];

/** Half-open byte range [start, end) of the file. */
export type Span = { start: number; end: number };

/** Where a block stands, and a fingerprint of its bytes: an edit aimed at a block that changed is a conflict. */
export type BlockPlace = { span: Span; line: number; endLine: number; fingerprint: string };

/** One <command> that is a direct child of an <ossec_config> root, as written (the last of repeated tags counts). */
export type CommandBlock = BlockPlace & {
  /** Counts the <command> blocks of the file from 0. */
  index: number;
  name: string | null;
  executable: string | null;
  extraArgs: string | null;
  /** Absent means no (the documentation says yes; the source says no: wazuh-facts §2.1). */
  timeoutAllowed: boolean;
  /** True when an earlier block has the same name: the manager never uses this one. */
  shadowed: boolean;
};

/** One <active-response>, values as written; null where the tag is absent, '' where it is empty. */
export type ResponseBlock = BlockPlace & {
  /** Counts the <active-response> blocks of the file from 0, disabled ones included, commented-out ones not. */
  index: number;
  /** Which <ossec_config> root holds it, from 0. */
  root: number;
  command: string | null;
  location: string | null;
  agentId: string | null;
  level: string | null;
  rulesGroup: string | null;
  rulesId: string | null;
  timeout: string | null;
  repeatedOffenders: string | null;
  /** True when any <disabled> in it says yes: the manager drops the block. */
  disabled: boolean;
  /** True when the block has a <disabled> tag at all. */
  hasDisabledTag: boolean;
  /** An attribute on the tag (or its root) hides a <disabled> from execd (dialect §7). */
  hasAttributes: boolean;
};

/** A whole <active-response> inside a comment: off, and easy to switch on again. `span` is the comment's. */
export type CommentedResponse = Omit<ResponseBlock, 'index' | 'root'> & {
  /** Counts the commented-out responses of the file from 0. */
  commented: number;
};

/** One <white_list> of a <global> section. */
export type WhiteListEntry = { address: string; line: number; span: Span };

/** Why a file can only be looked at. */
export type ConfigProblem = {
  code: 'xml-error' | 'refused' | 'no-root' | 'masked' | 'not-manager' | 'crash';
  message: string;
  hint: string;
  line: number | null;
};

export type ConfigModel = {
  lineCount: number;
  byteLength: number;
  commands: CommandBlock[];
  responses: ResponseBlock[];
  commented: CommentedResponse[];
  whiteList: WhiteListEntry[];
  /** Null when the manager would load the file and Riposte can edit it. */
  problem: ConfigProblem | null;
};

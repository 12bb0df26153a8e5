/*
 * The sections that a 4.14 manager accepts in <ossec_config>, and which of them may be empty (dialect §3, tried one by one).
 */

const NEEDS_CONTENT = [
  'active-response',
  'agent-upgrade',
  'agentless',
  'alerts',
  'anti_tampering',
  'client',
  'cluster',
  'command',
  'database_output',
  'email_alerts',
  'github',
  'global',
  'integration',
  'labels',
  'localfile',
  'ms-graph',
  'office365',
  'remote',
  'reports',
  'rule_test',
  'ruleset',
  'socket',
  'syslog_output',
  'task-manager',
  'wdb',
] as const;

const MAY_BE_EMPTY = [
  'auth',
  'client_buffer',
  'fluent-forward',
  'gcp-bucket',
  'gcp-pubsub',
  'indexer',
  'logging',
  'rootcheck',
  'sca',
  'syscheck',
  'vulnerability-detection',
  'vulnerability-detector',
  'wodle',
] as const;

const needsContent = new Set<string>(NEEDS_CONTENT);
const mayBeEmpty = new Set<string>(MAY_BE_EMPTY);

/** Would the manager accept a section of this name with, or without, child elements? */
export const isSectionAccepted = (name: string, hasChildren: boolean): boolean =>
  mayBeEmpty.has(name) || (hasChildren && needsContent.has(name));

/*
 * Owns the form of one line of alerts.json (wazuh-facts §5.4): an event and its rule in, the object Wazuh writes out.
 * Does not know which events happen.
 */
import type { RuleFacts } from './read-rule-facts.ts';
import type { SandboxAgent } from './sandbox-agents.ts';

export type SandboxEvent = {
  at: number;
  ruleId: string;
  /** null: the manager itself. */
  agent: SandboxAgent | null;
  data?: Record<string, unknown>;
  fullLog?: string;
  location: string;
  decoder: { name: string; parent?: string };
  syscheck?: Record<string, unknown>;
};

export type Alert = Record<string, unknown> & { id: string };

const compliance = ['pci_dss', 'gpg13', 'gdpr', 'hipaa', 'nist_800_53', 'tsc'];

/** One alert; `offset` stands for the place in the log that makes its id unique. */
export function shapeAlert(event: SandboxEvent, rule: RuleFacts, offset: number): Alert {
  const { agent } = event;
  return {
    timestamp: new Date(event.at).toISOString().replace('Z', '+0000'),
    rule: shapeRule(rule, event),
    agent: agent
      ? { id: String(agent.id).padStart(3, '0'), name: agent.name, ip: agent.ip }
      : { id: '000', name: 'wazuh-sandbox' },
    manager: { name: 'wazuh-sandbox' },
    id: `${Math.floor(event.at / 1000)}.${offset}`,
    ...(event.fullLog === undefined ? {} : { full_log: event.fullLog }),
    ...(event.syscheck ? { syscheck: event.syscheck } : {}),
    decoder: event.decoder,
    ...(event.data ? { data: event.data } : {}),
    location: event.location,
  };
}

function shapeRule(rule: RuleFacts, event: SandboxEvent): Record<string, unknown> {
  const described = rule.description.replace(/\$\(([\w.]+)\)/g, (_, path) => String(lookUp(event.data, path)));
  const isTag = (group: string) => compliance.some((prefix) => group.startsWith(`${prefix}_`));
  return {
    level: rule.level,
    description: described,
    id: rule.id,
    ...(rule.mitre.length > 0 ? { mitre: { id: rule.mitre } } : {}),
    ...(rule.frequency ? { frequency: rule.frequency } : {}),
    firedtimes: 1,
    mail: false,
    groups: rule.groups.filter((group) => !isTag(group)),
    ...Object.fromEntries(
      compliance.flatMap((prefix) => {
        const tags = rule.groups.filter((group) => group.startsWith(`${prefix}_`));
        return tags.length > 0 ? [[prefix, tags.map((found) => found.slice(prefix.length + 1))]] : [];
      }),
    ),
  };
}

function lookUp(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
}

/** In reports of active responses every scalar of the embedded alert is a string. */
export function stringifyScalars(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringifyScalars);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stringifyScalars(inner)]));
}

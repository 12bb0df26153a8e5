/*
 * Owns what one line of alerts.json says of an alert (wazuh-facts §5.4), and of a response's report in it (§9.2). Pure; a
 * line that is no alert is null. Does not know where lines come from.
 */
import * as z from 'zod/mini';
import type { PastAlert, ResponseReport } from './alert-history.ts';

const names = z.array(z.string());
const eventdata = z.object({ ipAddress: z.optional(z.string()), destinationIp: z.optional(z.string()) });
const dataSchema = z.looseObject({
  srcip: z.optional(z.unknown()),
  dstuser: z.optional(z.unknown()),
  win: z.optional(z.object({ eventdata: z.optional(z.catch(eventdata, {})) })),
});
const tags = ['pci_dss', 'gpg13', 'gdpr', 'hipaa', 'nist_800_53', 'tsc'] as const;
const ruleSchema = z.object({
  id: z.string().check(z.regex(/^\d{1,9}$/)),
  level: z.number(),
  description: z._default(z.string(), ''),
  groups: z._default(names, []),
  ...Object.fromEntries(tags.map((tag) => [tag, z.optional(names)])),
});
const alertSchema = z.object({
  timestamp: z.string(),
  id: z.string(),
  rule: ruleSchema,
  agent: z.object({ id: z.string(), name: z._default(z.string(), '') }),
  data: z.catch(z.optional(dataSchema), undefined),
  full_log: z.catch(z.optional(z.string()), undefined),
});

type AlertLine = z.infer<typeof alertSchema>;
export type ReadAlert = PastAlert & { groups: string; report: ResponseReport | null };

/** One line; null when it is not an alert. */
export function readAlert(line: string): ReadAlert | null {
  const parsed = alertSchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { timestamp, id, rule, agent, data } = parsed.data;
  const at = readTimestamp(timestamp);
  if (at === null) return null;
  const ruleId = Number(rule.id);
  const groups = groupString(rule);
  return {
    id,
    at,
    variant: variantKey({ ruleId, level: rule.level, groups }),
    ruleId,
    level: rule.level,
    groups,
    description: rule.description,
    agentId: agent.id,
    agentName: agent.name,
    ...readTargets(data),
    report: readReport(parsed.data, at),
  };
}

/** "2026-07-20T01:29:58.037+0000" in epoch milliseconds. */
export function readTimestamp(text: string): number | null {
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}

export const variantKey = ({ ruleId, level, groups }: { ruleId: number; level: number; groups: string }): string =>
  `${ruleId}|${level}|${groups}`;

/** Alerts keep compliance tags apart and without their prefix; rules have them among the groups. */
function groupString(rule: z.infer<typeof ruleSchema>): string {
  const tagged = tags.flatMap(
    (tag) => ((rule as Record<string, unknown>)[tag] as string[] | undefined)?.map((name) => `${tag}_${name}`) ?? [],
  );
  return [...rule.groups, ...tagged].map((name) => `${name},`).join('');
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The white list compares srcip; scripts take the address of a Windows event before it (wazuh-facts §3). */
export function readTargets(
  data: z.infer<typeof dataSchema> | undefined,
): Pick<PastAlert, 'address' | 'srcip' | 'user'> {
  const srcip = text(data?.srcip);
  const windows = data?.win?.eventdata;
  return {
    address: text(windows?.ipAddress) ?? text(windows?.destinationIp) ?? srcip,
    srcip,
    user: text(data?.dstuser),
  };
}

const REPORT_RULES = /^(60[1-7]|65[1-8])$/;
const UNDO_RULES = ['602', '604', '606', '652', '654', '656'];
const messageSchema = z.object({
  command: z.optional(z.string()),
  parameters: z.optional(
    z.object({
      program: z.optional(z.string()),
      extra_args: z.catch(z.optional(names), undefined),
      alert: z.catch(
        z.optional(
          z.object({
            id: z.optional(z.string()),
            rule: z.optional(z.object({ id: z.optional(z.string()), description: z.optional(z.string()) })),
            agent: z.optional(z.object({ id: z.optional(z.string()) })),
            data: z.catch(z.optional(dataSchema), undefined),
          }),
        ),
        undefined,
      ),
    }),
  ),
  script: z.optional(z.string()),
  srcip: z.optional(z.string()),
});

/** What a script got on its standard input and wrote to its log: that part of a report. */
export type ScriptMessage = Pick<ResponseReport, 'script' | 'cause' | 'extraArgs'> & { command: string | undefined };

/** `data` of a report, or the JSON in a line of active-responses.log. What it does not say is null. */
export function readScriptMessage(data: unknown): ScriptMessage {
  const message = messageSchema.safeParse(data ?? {});
  const { command, parameters, script, srcip } = message.success ? message.data : {};
  const caused = parameters?.alert;
  const target = readTargets(caused?.data);
  return {
    command,
    script: (parameters?.program ?? script)?.split(/[\\/]/).at(-1) ?? null,
    cause: {
      id: caused?.id ?? null,
      ruleId: Number(caused?.rule?.id) || null,
      description: caused?.rule?.description ?? null,
      agentId: caused?.agent?.id ?? null,
      address: target.address ?? srcip ?? null,
      user: target.user,
    },
    extraArgs: parameters?.extra_args ?? [],
  };
}

function readReport({ id, rule, agent, data, full_log }: AlertLine, at: number): ResponseReport | null {
  if (!REPORT_RULES.test(rule.id)) return null;
  const { command, ...message } = readScriptMessage(data);
  const kind = kindOf(rule.id, command ?? / (add|delete) /.exec(full_log ?? '')?.[1]);
  return { id, at, agentId: agent.id, agentName: agent.name, ruleId: Number(rule.id), kind, ...message };
}

function kindOf(ruleId: string, command: string | undefined): ResponseReport['kind'] {
  if (ruleId === '658') return 'firewall-off';
  if (command === 'delete' || (command === undefined && UNDO_RULES.includes(ruleId))) return 'delete';
  return 'add';
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/*
 * Owns what a response script reported: in an alert of the rules 651 to 657, or in the manager's own log of responses
 * (wazuh-facts §4.5, §9.2). Pure; what is not such a report is null. Does not know which blocks are in force.
 */
import * as z from 'zod/mini';

export type BlockReport = {
  at: number;
  isAdded: boolean;
  /** "000" is the manager itself. */
  agentId: string;
  agentName: string | null;
  /** "firewall-drop" */
  script: string;
  /** Address or user. */
  target: string;
};

const messageSchema = z.object({
  command: z.enum(['add', 'delete']),
  parameters: z.object({
    program: z.string(),
    alert: z.object({
      data: z.optional(
        z.object({
          srcip: z.optional(z.string()),
          dstuser: z.optional(z.string()),
          win: z.optional(z.object({ eventdata: z.optional(z.object({ ipAddress: z.optional(z.string()) })) })),
        }),
      ),
    }),
  }),
});
const alertSchema = z.object({
  timestamp: z.string(),
  rule: z.object({ id: z.string() }),
  agent: z.object({ id: z.string(), name: z.optional(z.string()) }),
  data: messageSchema,
});

const folder = 'active-response/bin/';

/** One line of alerts.json. */
export function parseAlertReport(line: string): BlockReport | null {
  if (!line.includes(`"${folder}`)) return null; // most lines: not worth parsing
  const parsed = alertSchema.safeParse(parseJson(line));
  if (!parsed.success || !/^65[1-7]$/.test(parsed.data.rule.id)) return null;
  const { timestamp, agent, data } = parsed.data;
  const at = Date.parse(timestamp.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return readMessage(data, { at, agentId: agent.id, agentName: agent.name ?? null });
}

/** One line of the manager's active-responses.log: "2026/07/24 10:05:02 active-response/bin/firewall-drop: {…}". */
export function parseLogReport(line: string): BlockReport | null {
  const [, time, text] = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) active-response\/bin\/[^:]+: (\{.*)$/.exec(line) ?? [];
  if (!time || !text) return null;
  const parsed = messageSchema.safeParse(parseJson(text));
  // Local time, without a zone.
  const at = Date.parse(time.replaceAll('/', '-').replace(' ', 'T'));
  return parsed.success ? readMessage(parsed.data, { at, agentId: '000', agentName: null }) : null;
}

type Where = Pick<BlockReport, 'at' | 'agentId' | 'agentName'>;

function readMessage({ command, parameters }: z.infer<typeof messageSchema>, where: Where): BlockReport | null {
  const { program, alert } = parameters;
  const script = program.split(/[\\/]/).at(-1) ?? '';
  const address = alert.data?.srcip ?? alert.data?.win?.eventdata?.ipAddress;
  // The one shipped script that keys on the user; others key on the address.
  const target = script.startsWith('disable-account') ? alert.data?.dstuser : (address ?? alert.data?.dstuser);
  if (!target || script === '' || Number.isNaN(where.at)) return null;
  return { ...where, isAdded: command === 'add', script, target };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

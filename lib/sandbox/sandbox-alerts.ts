/*
 * Owns the sandbox's alert history: two weeks of everyday events, attacks and what the responses reported, always the
 * same for the same seed, ending now. Writes nothing.
 */
import { type Alert, type SandboxEvent, shapeAlert, stringifyScalars } from './alert-shape.ts';
import type { RuleFacts } from './read-rule-facts.ts';
import type { SandboxAgent } from './sandbox-agents.ts';
import * as world from './sandbox-events.ts';
import { createRandom, type Random } from './seeded-random.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const days = 14;
const everydayPerDay = 14;
const recentMinutes = 37;

type Report = { script: string; agent: SandboxAgent | null; timeoutSeconds: number };

/** About 400 lines of alerts.json, the oldest first, none later than `now`. */
export function makeAlerts(rules: RuleFacts[], now: number, seed = 41): string {
  const random = createRandom(seed);
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const alerts: Alert[] = [];
  let offset = 1000;
  const add = (event: SandboxEvent) => {
    const rule = ruleOf.get(event.ruleId);
    if (!rule || event.at > now) return null;
    offset += 300 + random.below(1500);
    const alert = shapeAlert(event, rule, offset);
    alerts.push(alert);
    return alert;
  };
  const attack = (event: SandboxEvent, reports: Report[]) => {
    const cause = add(event);
    if (!cause) return;
    for (const { script, agent, timeoutSeconds } of reports) {
      const delay = 400 + random.below(900);
      add(reportEvent({ script, agent, command: 'add', cause, at: event.at + delay }));
      const undo = event.at + delay + timeoutSeconds * 1000;
      if (timeoutSeconds > 0) add(reportEvent({ script, agent, command: 'delete', cause, at: undo }));
    }
  };
  let incident = 0;
  for (let back = days; back > 0; back -= 1) {
    const start = now - back * day;
    // One in each stretch of the day, so that the last ones are never long ago.
    for (let slot = 0; slot < everydayPerDay; slot += 1)
      add({ at: start + ((slot + random.below(1000) / 1000) * day) / everydayPerDay, ...everyday(random) });
    for (let slot = 0; slot < 2 + (back % 2); slot += 1, incident += 1)
      happen(incident, start + ((slot + random.below(1000) / 1000) * day) / 3, random, { add, attack });
  }
  // Whoever looks at a new sandbox finds a block in force, hours later too.
  const [agent] = world.linuxAgents;
  const srcip = random.pick(world.attackers);
  scanWeb({ at: now - recentMinutes * minute, ruleId: '31151', agent, srcip, random, attack });
  return alerts
    .sort((a, b) => String(a.timestamp).localeCompare(String(b.timestamp)))
    .map((alert) => `${JSON.stringify(alert)}\n`)
    .join('');
}

function everyday(random: Random): Omit<SandboxEvent, 'at'> {
  const agent = random.pick(world.linuxAgents);
  const windows = random.pick(world.windowsAgents);
  const kinds = [
    () => world.sshEvent('5715', agent, '10.20.9.24', random),
    () => world.sshEvent('5760', agent, random.pick(world.attackers), random),
    () => world.sshEvent('5710', agent, random.pick(world.attackers), random),
    () => world.webEvent('31101', world.linuxAgents[0], random.pick(world.attackers), random),
    () => world.windowsEvent('60106', windows, '10.20.5.14', random),
    () => world.windowsEvent('60122', windows, '10.20.5.14', random),
    () => world.sudoEvent(agent, random),
    () => world.fileEvent('554', agent, random),
    () => world.agentEvent(random.pick(['503', '504']), agent),
  ] as const;
  return random.pick(kinds)();
}

type Happening = {
  add(event: SandboxEvent): Alert | null;
  /** An event that sets responses off. */
  attack(event: SandboxEvent, reports: Report[]): void;
};

/** The incident of that number, in turn, and the responses of the default configuration to it. */
function happen(number: number, at: number, random: Random, { add, attack }: Happening): void {
  const srcip = random.pick(world.attackers);
  const agent = random.pick(world.linuxAgents);
  const windows = random.pick(world.windowsAgents);
  const hostDeny = { script: 'host-deny', agent, timeoutSeconds: 600 };
  const guessPassword = () => {
    for (let past = 3; past > 0; past -= 1)
      add({ at: at - past * 2000, ...world.sshEvent('5760', agent, srcip, random) });
    attack({ at, ...world.sshEvent('5763', agent, srcip, random) }, [hostDeny]);
  };
  const scan = (ruleId: string) => () => scanWeb({ at, ruleId, agent, srcip, random, attack });
  const breakIn = () => {
    const account = { script: 'disable-account', agent, timeoutSeconds: 3600 };
    const slack = { script: 'slack-notify.py', agent: null, timeoutSeconds: 0 };
    attack({ at, ...world.sshEvent('40112', agent, srcip, random) }, [hostDeny, account, slack]);
  };
  const guessWindowsPassword = () => {
    const route = { script: 'route-null.exe', agent: windows, timeoutSeconds: 900 };
    attack({ at, ...world.windowsEvent('60204', windows, srcip, random) }, [route]);
  };
  const changeFile = () =>
    attack({ at, ...world.fileEvent('550', agent, random) }, [{ script: 'yara.sh', agent, timeoutSeconds: 0 }]);
  const tryUnknownUsers = () => attack({ at, ...world.sshEvent('5712', agent, srcip, random) }, [hostDeny]);
  const turns = [guessPassword, scan('31151'), tryUnknownUsers, guessWindowsPassword, guessPassword, changeFile];
  const rarer = [scan('31152'), guessPassword, scan('31151'), breakIn, guessPassword, scan('31153')];
  const incidents = [...turns, ...rarer];
  incidents[number % incidents.length]?.();
}

type Scan = {
  at: number;
  ruleId: string;
  agent: SandboxAgent;
  srcip: string;
  random: Random;
  attack: Happening['attack'];
};

/** An attack on a web server, for which the address is blocked on two agents for a day. */
function scanWeb({ at, ruleId, agent, srcip, random, attack }: Scan): void {
  const drop = (each: SandboxAgent) => ({ script: 'firewall-drop', agent: each, timeoutSeconds: 86_400 });
  attack({ at, ...world.webEvent(ruleId, agent, srcip, random) }, world.linuxAgents.slice(0, 2).map(drop));
}

const reportRules: Record<string, [add: string, undo: string]> = {
  'firewall-drop': ['651', '652'],
  'host-deny': ['653', '654'],
  'route-null.exe': ['655', '656'],
};

type Run = { script: string; agent: SandboxAgent | null; command: 'add' | 'delete'; cause: Alert; at: number };

function reportEvent({ script, agent, command, cause, at }: Run): SandboxEvent {
  const program = `active-response/bin/${script}`;
  const origin = { name: 'node01', module: 'wazuh-execd' };
  const message = { version: 1, origin, command, parameters: { extra_args: [], alert: cause, program } };
  const [add, undo] = reportRules[script] ?? ['657', '657'];
  const time = new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
  return {
    at,
    ruleId: command === 'add' ? add : undo,
    agent,
    data: stringifyScalars(message) as Record<string, unknown>,
    fullLog: `${time} ${program}: ${JSON.stringify(message)}`,
    location: '/var/ossec/logs/active-responses.log',
    decoder: { parent: 'ar_log_json', name: 'ar_log_json' },
  };
}

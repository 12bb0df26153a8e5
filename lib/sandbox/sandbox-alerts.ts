/*
 * Owns the sandbox's alert history: two weeks of everyday events, attacks and what the responses reported, always the
 * same for the same seed, ending now. Writes nothing.
 */
import { type Alert, type SandboxEvent, shapeAlert } from './alert-shape.ts';
import type { RuleFacts } from './read-rule-facts.ts';
import * as world from './sandbox-events.ts';
import { givesUp, reportEvent, runsFor } from './sandbox-responses.ts';
import { createRandom, type Random } from './seeded-random.ts';

const SEED = 41;
const minute = 60_000;
const day = 24 * 60 * minute;
const days = 14;
const everydayPerDay = 14;
const recentMinutes = 37;
const unseenMinutes = 190;
const byHandDays = 9;

/** Adds an event, and what the responses report of it unless it is `silent`. */
type Happen = (event: SandboxEvent, silent?: 'silent') => void;

/**
 * About 600 lines of alerts.json, the oldest first: what happened up to `now`, and what came of it by `until`. A later
 * `until` only adds lines.
 */
export function makeAlerts(rules: RuleFacts[], now: number, until = now): string {
  const random = createRandom(SEED);
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const alerts: Alert[] = [];
  let offset = 1000;
  const add = (event: SandboxEvent) => {
    const rule = ruleOf.get(event.ruleId);
    if (!rule) return null;
    offset += 300 + random.below(1500);
    if (event.at > until) return null;
    const alert = shapeAlert(event, rule, offset);
    alerts.push(alert);
    return alert;
  };
  const happen: Happen = (event, silent) => {
    const cause = add(event);
    if (!cause || silent || world.isListed(event)) return;
    for (const run of runsFor(event, ruleOf.get(event.ruleId)?.level ?? 0)) {
      const delay = 400 + random.below(900);
      add(reportEvent({ run, command: 'add', cause, at: event.at + delay }));
      const undo = event.at + delay + run.timeoutSeconds * 1000;
      if (run.timeoutSeconds > 0 && !givesUp(run.script, event.data))
        add(reportEvent({ run, command: 'delete', cause, at: undo }));
    }
  };
  let incident = 0;
  for (let back = days; back > 0; back -= 1) {
    const start = now - back * day;
    // One in each stretch of the day, so that the last ones are never long ago.
    for (let slot = 0; slot < everydayPerDay; slot += 1)
      happen({ at: start + ((slot + random.below(1000) / 1000) * day) / everydayPerDay, ...everyday(random) });
    for (let slot = 0; slot < 2 + (back % 2); slot += 1, incident += 1)
      attack(incident, start + ((slot + random.below(1000) / 1000) * day) / 3, random, happen);
    // Ours: one that the white list covers, one that it does not.
    if (back === 5) happen({ at: start, ...world.sshEvent('5763', world.agentNamed('bastion'), '10.20.9.24', random) });
    if (back === 4) happen({ at: start, ...world.sshEvent('5712', world.agentNamed('bastion'), '10.20.3.6', random) });
    // On the manager: an alert without the address that host-deny needs.
    if (back === 3) happen({ at: start, ...world.fileEvent('550', null, random) });
  }
  // Run by hand through the API: never undone.
  const byHand = { script: 'firewall-drop', agent: world.agentNamed('mail-01') };
  const cause = { data: { srcip: '203.0.113.99' } };
  add(reportEvent({ run: byHand, command: 'add', cause, at: now - byHandDays * day }));
  const unseen = world.sshEvent('5763', world.agentNamed('bastion'), world.attackers[0], random);
  happen({ at: now - unseenMinutes * minute, ...unseen }, 'silent');
  // Whoever looks at a new sandbox finds a block in force, hours later too.
  const last = world.webEvent('31151', world.linuxAgents[0], random.pick(world.attackers), random);
  happen({ at: now - recentMinutes * minute, ...last });
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

/** The attack of that number, in turn. */
function attack(number: number, at: number, random: Random, happen: Happen): void {
  const srcip = random.pick(world.attackers);
  const agent = random.pick(world.linuxAgents);
  const windows = random.pick(world.windowsAgents);
  const guessPassword = () => {
    for (let past = 3; past > 0; past -= 1)
      happen({ at: at - past * 2000, ...world.sshEvent('5760', agent, srcip, random) });
    happen({ at, ...world.sshEvent('5763', agent, srcip, random) });
  };
  const scan = (ruleId: string) => () => happen({ at, ...world.webEvent(ruleId, agent, srcip, random) });
  const breakIn = () => happen({ at, ...world.sshEvent('40112', agent, srcip, random) });
  const guessWindowsPassword = () => happen({ at, ...world.windowsEvent('60204', windows, srcip, random) });
  const changeFile = () => happen({ at, ...world.fileEvent('550', agent, random) });
  const tryUnknownUsers = () => happen({ at, ...world.sshEvent('5712', agent, srcip, random) });
  const turns = [guessPassword, scan('31151'), tryUnknownUsers, guessWindowsPassword, guessPassword, changeFile];
  const rarer = [scan('31152'), guessPassword, scan('31151'), breakIn, guessPassword, scan('31153')];
  const attacks = [...turns, ...rarer];
  attacks[number % attacks.length]?.();
}

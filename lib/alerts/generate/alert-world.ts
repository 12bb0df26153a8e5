/*
 * The installation that made-up alerts come from: rules, agents of several systems, addresses, users. All names are made up
 * here; the same seed gives the same world. Pure.
 */
import { zipf } from './zipf.ts';

export type MadeRule = { head: string; tail: string; kind: 'login' | 'web' | 'files' | 'windows' | 'other' };
export type World = {
  rule: () => MadeRule;
  agent: () => { text: string; windows: boolean };
  address: () => string;
  user: () => string;
};

const RULES = 300;
const AGENTS = 200;
const ADDRESSES = 40_000;
const KINDS = ['login', 'web', 'login', 'other', 'files', 'windows'] as const;
const GROUPS: Record<MadeRule['kind'], string[]> = {
  login: ['syslog', 'sshd', 'authentication_failed'],
  web: ['web', 'accesslog', 'attack'],
  files: ['ossec', 'syscheck', 'syscheck_entry_modified'],
  windows: ['windows', 'windows_security', 'authentication_failed'],
  other: ['syslog', 'service_availability'],
};
const TAGS = {
  pci_dss: ['10.2.4', '10.2.5', '11.4'],
  gpg13: ['7.1'],
  gdpr: ['IV_35.7.d', 'IV_32.2'],
  hipaa: ['164.312.b'],
  nist_800_53: ['AU.14', 'AC.7'],
  tsc: ['CC6.1', 'CC6.8'],
};

/** `random` gives numbers from 0 to below 1. */
export function makeWorld(random: () => number): World {
  const rules = Array.from({ length: RULES }, (_, number) => makeRule(number, random));
  const agents = Array.from({ length: AGENTS }, (_, number) => {
    const windows = number % 4 === 3;
    const name = `${windows ? 'desk' : number % 4 === 2 ? 'mac' : 'server'}-${number + 1}`;
    const id = String(number + 1).padStart(3, '0');
    return { windows, text: `{"id":"${id}","name":"${name}","ip":"10.20.${number >> 6}.${(number % 64) + 10}"}` };
  });
  const addresses = Array.from({ length: ADDRESSES }, (_, number) => {
    const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
    return `${(mixed >>> 24) % 223 || 1}.${(mixed >>> 16) & 255}.${(mixed >>> 8) & 255}.${(mixed & 253) + 1}`;
  });
  const draw = (count: number, exponent: number) => zipf(count, { exponent, random });
  const [rule, agent, address, user] = [draw(RULES, 1.1), draw(AGENTS, 0.6), draw(ADDRESSES, 1.05), draw(2000, 1.2)];
  return {
    rule: () => rules[rule()] as MadeRule,
    agent: () => agents[agent()] as { text: string; windows: boolean },
    address: () => addresses[address()] as string,
    user: () => `user${user()}`,
  };
}

function makeRule(number: number, random: () => number): MadeRule {
  const kind = KINDS[number % KINDS.length] ?? 'other';
  const level = 3 + Math.floor(random() ** 2 * 12);
  const groups = [...GROUPS[kind], ...(number % 7 === 0 ? [`extra_${number % 5}`] : [])];
  const tags = Object.entries(TAGS).filter(() => random() < 0.6);
  return {
    kind,
    head:
      `{"level":${level},"description":"Made-up rule ${number} about ${kind}: something was noticed on this system.",` +
      `"id":"${20_000 + number}","mitre":{"id":["T1${100 + (number % 400)}"],"tactic":["Tactic ${number % 12}"],` +
      `"technique":["Technique ${number % 60}"]},"firedtimes":`,
    tail: `,"mail":${level >= 12},"groups":${JSON.stringify(groups)}${tags
      .map(([name, list]) => `,"${name}":${JSON.stringify(list)}`)
      .join('')}}`,
  };
}

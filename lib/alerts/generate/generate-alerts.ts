/*
 * Makes days of alerts, the same for the same seed: sizes, proportions and bursts as a manager of some hundred agents has
 * them. Yields text; does not know where it goes.
 */
import { type MadeRule, makeWorld, type World } from './alert-world.ts';

const DAY = 86_400_000;
const AT_ONCE = 400;
const FILLER =
  'the service reported an unexpected event while it handled the request of a client and went on as configured; ';

export type AlertDays = { from: number; days: number; bytesPerDay: number; seed: number };
export type AlertDay = { at: number; chunks: () => Generator<string> };

/** One after the other; each day must be read to its end before the next. */
export function* generateDays({ from, days, bytesPerDay, seed }: AlertDays): Generator<AlertDay> {
  const random = makeRandom(seed);
  const world = makeWorld(random);
  for (let day = 0; day < days; day += 1) {
    const at = from + day * DAY;
    yield { at, chunks: () => generateDay({ at, bytes: bytesPerDay, world, random }) };
  }
}

type DayParts = { at: number; bytes: number; world: World; random: () => number };

function* generateDay({ at: start, bytes, world, random }: DayParts): Generator<string> {
  const perAlert = 1430;
  const step = DAY / Math.max(1, bytes / perAlert);
  let [at, offset, burst] = [start, 0, null as null | { rule: MadeRule; address: string; left: number }];
  while (offset < bytes && at < start + DAY) {
    let chunk = '';
    for (let index = 0; index < AT_ONCE && offset + chunk.length < bytes; index += 1) {
      if (burst === null && random() < 0.002)
        burst = { rule: world.rule(), address: world.address(), left: 20 + Math.floor(random() * 300) };
      at = Math.min(at + step * (burst ? 0.1 : 1.5) * random() * 1.6, start + DAY - 1);
      chunk += alertLine({ at: Math.floor(at), offset: offset + chunk.length, burst }, world, random);
      if (burst !== null && --burst.left === 0) burst = null;
    }
    offset += chunk.length;
    yield chunk;
  }
}

type Moment = { at: number; offset: number; burst: { rule: MadeRule; address: string } | null };

function alertLine({ at, offset, burst }: Moment, world: World, random: () => number): string {
  const rule = burst?.rule ?? world.rule();
  const agent = world.agent();
  const log = FILLER.slice(0, 50 + Math.floor(random() * 58)).repeat(2 + Math.floor(random() ** 2.2 * 16));
  return (
    `{"timestamp":"${new Date(at).toISOString().slice(0, -1)}+0000","rule":${rule.head}${1 + (offset % 97)}${rule.tail}` +
    `,"agent":${agent.text},"manager":{"name":"manager-1"},"id":"${Math.floor(at / 1000)}.${offset}"` +
    `,"cluster":{"name":"wazuh","node":"node01"},"full_log":"${log}","predecoder":{"program_name":"service","timestamp":"${at}"}` +
    `,"decoder":{"parent":"service","name":"service"}${dataOf(rule, burst?.address ?? world.address(), world)}` +
    `,"location":"/var/log/service.log"}\n`
  );
}

function dataOf({ kind }: MadeRule, address: string, world: World): string {
  if (kind === 'files') return '';
  if (kind === 'other') return `,"data":{"srcuser":"${world.user()}"}`;
  if (kind === 'web') {
    return `,"data":{"protocol":"GET","srcip":"${address}","id":"404","url":"/made/up/path?name=${world.user()}"}`;
  }
  if (kind === 'login') return `,"data":{"srcip":"${address}","srcport":"50022","dstuser":"${world.user()}"}`;
  return (
    `,"data":{"win":{"system":{"providerName":"Made-Up-Auditing","eventID":"4625","version":"0","level":"0",` +
    `"task":"12544","opcode":"0","keywords":"0x8010000000000000","channel":"Security","message":"\\"${FILLER.repeat(8)}\\""},` +
    `"eventdata":{"subjectUserSid":"S-1-0-0","targetUserName":"${world.user()}","status":"0xc000006d","logonType":"3",` +
    `"processName":"C:\\\\made\\\\up.exe","ipAddress":"${address}","ipPort":"50022"}}}`
  );
}

/** From 0 to below 1 (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

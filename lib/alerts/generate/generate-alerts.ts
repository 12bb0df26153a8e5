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
  const log = FILLER.slice(0, 30 + Math.floor(random() * 70));
  return (
    `{"timestamp":"${new Date(at).toISOString().slice(0, -1)}+0000","rule":${rule.head}${1 + (offset % 97)}${rule.tail}` +
    `,"agent":${agent.text},"manager":{"name":"manager-1"},"id":"${Math.floor(at / 1000)}.${offset}"` +
    `,"cluster":{"name":"wazuh","node":"node01"}${bodyOf(rule, { address: burst?.address ?? world.address(), log, at }, world)}` +
    `,"location":"${rule.kind === 'windows' ? 'EventChannel' : '/var/log/service.log'}"}\n`
  );
}

type Body = { address: string; log: string; at: number };

/** What the kinds of events carry besides: many short fields, as the manager writes them. */
function bodyOf({ kind }: MadeRule, { address, log, at }: Body, world: World): string {
  const user = world.user();
  const line = `Jul 20 01:29:58 host service[${at % 30_000}]: ${log} from ${address} user ${user}`;
  if (kind === 'files') return filesBody(user, at);
  if (kind === 'windows') return windowsBody(user, address, at);
  const decoder = `,"predecoder":{"program_name":"service","timestamp":"Jul 20 01:29:58","hostname":"host"},"decoder":{"parent":"service","name":"service"}`;
  if (kind === 'other') return `,"full_log":"${line}"${decoder},"data":{"srcuser":"${user}","uid":"0","tty":"pts/1"}`;
  if (kind === 'login') {
    return `,"previous_output":"${line}\\n${line}","full_log":"${line}"${decoder},"data":{"srcip":"${address}","srcport":"50022","dstuser":"${user}"}`;
  }
  return (
    `,"full_log":"${address} - - [20/Jul/2026] \\"GET /made/up/path?name=${user} HTTP/1.1\\" 404 512 \\"-\\" \\"${log}\\""` +
    `,"decoder":{"name":"web-accesslog"},"data":{"protocol":"GET","srcip":"${address}","id":"404","url":"/made/up/path?name=${user}"}`
  );
}

const sum = (at: number, length: number): string =>
  Math.imul(at | 1, 0x9e3779b1)
    .toString(16)
    .padStart(8, '0')
    .repeat(8)
    .slice(0, length);

function filesBody(user: string, at: number): string {
  const path = `/srv/made/up/${user}/file-${at % 500}.conf`;
  const changed = ['size', 'mtime', 'md5', 'sha1', 'sha256'];
  return (
    `,"full_log":"File '${path}' modified\\nMode: scheduled\\nChanged attributes: ${changed.join()}"` +
    `,"syscheck":{"path":"${path}","mode":"scheduled","size_before":"${at % 9999}","size_after":"${at % 8888}","perm_after":"rw-r--r--"` +
    `,"uid_after":"0","gid_after":"0","md5_before":"${sum(at, 32)}","md5_after":"${sum(at + 7, 32)}","sha1_before":"${sum(at, 40)}"` +
    `,"sha1_after":"${sum(at + 7, 40)}","sha256_before":"${sum(at, 64)}","sha256_after":"${sum(at + 7, 64)}","uname_after":"${user}"` +
    `,"gname_after":"root","mtime_before":"2026-07-19T08:00:00","mtime_after":"2026-07-20T08:00:00","inode_after":${at % 99_991}` +
    `,"changed_attributes":${JSON.stringify(changed)},"event":"modified"},"decoder":{"name":"syscheck_integrity_changed"}`
  );
}

function windowsBody(user: string, address: string, at: number): string {
  return (
    `,"decoder":{"name":"windows_eventchannel"},"data":{"win":{"system":{"providerName":"Made-Up-Auditing","providerGuid":"{${sum(at, 36)}}"` +
    `,"eventID":"4625","version":"0","level":"0","task":"12544","opcode":"0","keywords":"0x8010000000000000"` +
    `,"systemTime":"2026-07-20T01:29:58.0370000Z","eventRecordID":"${at % 999_983}","processID":"612","threadID":"${at % 9973}"` +
    `,"channel":"Security","computer":"desk.example","severityValue":"AUDIT_FAILURE","message":"\\"Something was not allowed.\\r\\n\\r\\n` +
    `Subject:\\r\\n\\tSecurity ID:\\t\\tS-1-0-0\\r\\n\\tAccount Name:\\t\\t${user}\\r\\n\\tAccount Domain:\\t\\tEXAMPLE\\r\\n\\r\\nDetailed Information:` +
    `\\r\\n\\tLogon Process:\\t\\tMadeUp\\r\\n\\tPackage:\\tMadeUp\\r\\n\\r\\n${FILLER.slice(0, 100)}\\""}` +
    `,"eventdata":{"subjectUserSid":"S-1-0-0","subjectUserName":"-","subjectLogonId":"0x0","targetUserSid":"S-1-0-0"` +
    `,"targetUserName":"${user}","targetDomainName":"EXAMPLE","status":"0xc000006d","failureReason":"%%2313","subStatus":"0xc0000064"` +
    `,"logonType":"3","logonProcessName":"MadeUp","authenticationPackageName":"MadeUp","workstationName":"desk","keyLength":"0"` +
    `,"processId":"0x0","processName":"C:\\\\made\\\\up.exe","ipAddress":"${address}","ipPort":"50022"}}}`
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

/*
 * `npm run bench:alerts [-- --mb N --seed N --rounds N]`: a month of made-up alerts, read for the first time beside jq and rg on the
 * same files, its archives beside gzip, then the questions of somebody who edits a response. Everything in turn in one run:
 * read the ratios. Prints a table, and one JSON object as its last line.
 */
import { createWriteStream, linkSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import type { AlertHistory, CountQuery, RuleVariant } from '../alerts/alert-history.ts';
import { startChild } from '../alerts/files/child/start-child.ts';
import { createFileHistory } from '../alerts/files/file-history.ts';
import { generateDays } from '../alerts/generate/generate-alerts.ts';
import type { Outcome } from '../manager/manager.ts';
import { reportBench } from './bench-alerts-report.ts';
import { peakMemory, quantile, timeProgram } from './bench-alerts-tools.ts';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '2' },
  },
});
const DAYS = 30;
const DAY = 86_400_000;
const MOST_MB_FOR_JQ = 300;
const QUESTIONS = 30;
const FROM = Math.floor(Date.now() / DAY) * DAY - DAYS * DAY;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The same question as SELECT, as far as a pattern can ask it. */
const PATTERN = '"level":([6-9]|1[0-5]),.*"groups":\\[[^\\]]*"(authentication_failed|attack)"';
const SELECT =
  'select(.rule.level >= 6 and any(.rule.groups[]; . == "authentication_failed" or . == "attack")) | .data.srcip';

const root = mkdtempSync(join(tmpdir(), 'riposte-bench-'));
const [plain, packed] = [join(root, 'plain'), join(root, 'gz')];

type Files = { plain: string[]; gz: string[]; megabytes: number[] };

function nameOf(at: number): string {
  const day = new Date(at);
  const name = `ossec-alerts-${String(day.getUTCDate()).padStart(2, '0')}.json`;
  return `${day.getUTCFullYear()}/${MONTHS[day.getUTCMonth()]}/${name}`;
}

async function makeFiles(): Promise<Files> {
  const files: Files = { plain: [], gz: [], megabytes: [] };
  const bytesPerDay = (Number(values.mb) * 1e6) / DAYS;
  for (const { at, chunks } of generateDays({ from: FROM, days: DAYS, bytesPerDay, seed: Number(values.seed) })) {
    const [text, gz] = [join(plain, nameOf(at)), join(packed, `${nameOf(at)}.gz`)];
    for (const file of [text, gz]) mkdirSync(dirname(file), { recursive: true });
    const zip = createGzip({ level: 6 });
    const zipped = pipeline(zip, createWriteStream(gz));
    await pipeline(function* () {
      for (const chunk of chunks()) {
        zip.write(chunk);
        yield chunk;
      }
    }, createWriteStream(text));
    zip.end();
    await zipped;
    files.plain.push(text);
    files.gz.push(gz);
    files.megabytes.push(statSync(text).size / 1e6);
  }
  linkSync(files.plain.at(-1) ?? '', join(plain, 'alerts.json'));
  return files;
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.message} ${outcome.failure.hint}`);
  return outcome.value;
}

type Opened = { history: AlertHistory; pid: () => number };

function openHistory(alertsDirectory: string, indexDirectory: string): Opened {
  let pid = 0;
  const start = () => {
    const child = startChild({ root: join(import.meta.dirname, '../..'), compiled: join(root, 'compiled') });
    pid = child?.pid ?? 0;
    return child;
  };
  const keep = { days: 3650, bytes: 1e12 };
  return { history: createFileHistory({ alertsDirectory, indexDirectory, keep, start }), pid: () => pid };
}

/** From the start of the process until all is in. */
async function readAll({ history }: Opened): Promise<{ seconds: number; alerts: number; diskBytes: number }> {
  const start = performance.now();
  for (;;) {
    const { state, alerts, diskBytes } = value(await history.loadCoverage());
    if (state.kind === 'ready')
      return { seconds: (performance.now() - start) / 1000, alerts, diskBytes: diskBytes ?? 0 };
    if (state.kind === 'failed') throw new Error(state.failure.message);
    await sleep(50);
  }
}

const inGroup = ({ groups }: RuleVariant): boolean => /authentication_failed,|attack,/.test(groups);
const DRAFTS: Record<string, (variant: RuleVariant) => boolean> = {
  typical: (variant) => variant.level >= 6 && inGroup(variant),
  broad: ({ level }) => level >= 3,
  narrow: ({ level }) => level >= 13,
};

async function askAgain(history: AlertHistory): Promise<Record<string, { p50: number; p95: number }>> {
  const period = { from: FROM, to: FROM + (DAYS + 1) * DAY };
  const known = value(await history.loadVariants(period));
  const found: Record<string, number[]> = {};
  for (let round = 0; round < QUESTIONS; round += 1) {
    for (const [name, choose] of Object.entries(DRAFTS)) {
      const start = performance.now();
      const variants = value(await history.loadVariants(period)).filter(choose);
      const query: CountQuery = {
        ...{ period, variants: variants.map(({ key }) => key), step: round % 3 === 0 ? 'hour' : 'day', top: 20 },
        ...{ whiteList: ['127.0.0.1', '10.0.0.0/8', '^localhost.localdomain$'], own: ['192.0.2.1'] },
      };
      value(await history.count(query));
      found[name] = [...(found[name] ?? []), performance.now() - start];
    }
  }
  const all = Object.values(found).flat();
  console.log(`rules that raised alerts: ${known.length}`);
  return Object.fromEntries(
    [...Object.entries(found), ['all', all] as const].map(([name, times]) => [
      name,
      { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    ]),
  );
}

/** What it takes until 1,000 alerts more are counted, once somebody asks; and until they are without a question. */
async function measureTail(history: AlertHistory): Promise<{ asked: number; unasked: number }> {
  const add = async () => {
    const [day] = generateDays({ from: FROM + DAYS * DAY, days: 1, bytesPerDay: 3e6, seed: 99 });
    const lines = [...(day?.chunks() ?? [])].join('').split('\n').slice(0, 1000);
    await appendFile(join(plain, 'alerts.json'), `${lines.join('\n')}\n`);
  };
  const known = async () => value(await history.loadCoverage()).alerts;
  const before = await known();
  await add();
  const start = performance.now();
  if ((await known()) !== before + 1000) throw new Error('the new alerts were not counted');
  const asked = performance.now() - start;
  await add();
  await sleep(2000);
  await history.stop();
  const unasked = (await known()) - before - 1000;
  await history.resume();
  return { asked, unasked };
}

async function main(): Promise<void> {
  console.log(`making ${values.mb} MB of alerts in ${DAYS} days …`);
  const files = await makeFiles();
  const total = files.megabytes.reduce((sum, each) => sum + each, 0);
  const some = files.megabytes.findLastIndex(
    (_, day) => files.megabytes.slice(0, day + 1).reduce((a, b) => a + b, 0) <= MOST_MB_FOR_JQ + 1,
  );
  const few = files.plain.slice(0, some + 1);
  const fewMegabytes = files.megabytes.slice(0, some + 1).reduce((a, b) => a + b, 0);
  const seconds: Record<string, (number | null)[]> = { jq: [], rg: [], gzip: [], ingest: [], backfill: [] };
  let memory = 0;
  let [alerts, diskBytes] = [0, 0];
  const measure = async (name: 'ingest' | 'backfill', directory: string) => {
    const index = mkdtempSync(join(root, 'index-'));
    const opened = openHistory(directory, index);
    const read = await readAll(opened);
    seconds[name]?.push(read.seconds);
    memory = Math.max(memory, peakMemory(opened.pid()) ?? 0);
    [alerts, diskBytes] = [read.alerts, Math.max(diskBytes, read.diskBytes)];
    await opened.history.close();
    rmSync(index, { recursive: true });
  };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    seconds.jq?.push(await timeProgram('jq', ['-c', SELECT, ...few]));
    seconds.rg?.push(await timeProgram('rg', ['-c', '-j', '1', '--no-config', PATTERN, ...files.plain]));
    await measure('ingest', plain);
    seconds.gzip?.push(await timeProgram('gzip', ['-dc', ...files.gz]));
    await measure('backfill', packed);
  }
  const index = mkdtempSync(join(root, 'index-'));
  const opened = openHistory(plain, index);
  await readAll(opened);
  const warm = await askAgain(opened.history);
  const tail = await measureTail(opened.history);
  memory = Math.max(memory, peakMemory(opened.pid()) ?? 0);
  await opened.history.close();
  const again = openHistory(plain, index);
  const start = performance.now();
  await readAll(again);
  const restart = performance.now() - start;
  await again.history.close();
  reportBench({ total, alerts, fewMegabytes, seconds, memory, diskBytes, warm, tail, restart });
}

try {
  await main();
} finally {
  rmSync(root, { recursive: true, force: true });
}

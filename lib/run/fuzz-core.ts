// Owns `npm run fuzz:core -- [--files N] [--seed S] [--seconds T]`: the core against broken files. Works in threads, and
// watches them: a thread that stays with one file is a hang. Exits with 1, the seed and a small file on a failure.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { encodeText, toByteString } from '../ossec/byte-text.ts';
import { samples } from '../ossec/fixtures/sample-configs.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import type { Reached } from './fuzz-core-laws.ts';
import { type Failure, fuzzFile } from './fuzz-core-run.ts';

const HANG_MS = 60_000;
const SHARED = new URL('../../../shared/wazuh/', import.meta.url);

type Stretch = { seed: number; from: number; files: number; step: number; until: number };
type Report = { done: number; reached: Reached; failure: Failure | null; finished: boolean };

/** What is broken: our own samples, the sandbox's file, and the recorded files where they are present. */
function loadBases(): string[] {
  const files = [...Object.values(samples), defaultConfig].map(encodeText);
  // Whole files teach more about plans than the cases, which are many.
  const own = [...files, ...files, ...files, ...files, ...files, ...files, ...files, ...files];
  try {
    const corpus = readdirSync(new URL('corpus/', SHARED)).filter((name) => name.endsWith('.conf'));
    const cases = JSON.parse(readFileSync(new URL('dialect-cases.json', SHARED), 'utf8')) as { input?: string }[];
    return [
      ...own,
      ...corpus.map((name) => toByteString(readFileSync(new URL(`corpus/${name}`, SHARED)))),
      ...cases.flatMap(({ input }) => (input === undefined ? [] : [encodeText(input)])),
    ];
  } catch {
    return own;
  }
}

function runStretch({ seed, from, files, step, until }: Stretch): void {
  const bases = loadBases();
  const reached: Reached = { accepted: 0, planned: 0, refused: 0, findings: 0 };
  let done = 0;
  let failure: Failure | null = null;
  const report = (finished: boolean) => parentPort?.postMessage({ done, reached, failure, finished } satisfies Report);
  for (let file = from; file < files && failure === null && Date.now() < until; file += step) {
    failure = fuzzFile(bases, seed, file, reached);
    done++;
    if (done % 200 === 0) report(false);
  }
  report(true);
}

function printFailure({ file, law, text }: Failure, seed: number): void {
  console.log(`FAILED: file ${file} of seed ${seed}: ${law}`);
  console.log(`smallest text (${text.length} bytes), as JSON with one char a byte:`);
  console.log(JSON.stringify(text.length > 4_000 ? `${text.slice(0, 4_000)}…` : text));
  console.log(`again: npm run fuzz:core -- --seed ${seed} --only ${file}`);
}

async function runAll(files: number, seed: number, seconds: number, only: number | null): Promise<boolean> {
  const started = Date.now();
  const threads = only === null ? availableParallelism() : 1;
  const last = new Map<number, { report: Report | null; at: number }>();
  const sum = (pick: (report: Report) => number) =>
    [...last.values()].reduce((total, { report }) => total + (report ? pick(report) : 0), 0);
  const say = () => console.log(`${sum(({ done }) => done)} files, ${Math.round((Date.now() - started) / 1000)} s`);
  const until = started + seconds * 1000;
  const results = Array.from({ length: threads }, (_, thread) => {
    last.set(thread, { report: null, at: Date.now() });
    const from = only ?? thread;
    const stretch: Stretch = { seed, from, files: only === null ? files : only + 1, step: threads, until };
    const worker = new Worker(new URL(import.meta.url), { workerData: stretch });
    return new Promise<string | null>((resolve) => {
      const watch = setInterval(() => {
        const { at, report } = last.get(thread) ?? { at: 0, report: null };
        if (Date.now() - at < HANG_MS) return;
        void worker.terminate();
        clearInterval(watch);
        const file = from + (report?.done ?? 0) * threads;
        resolve(`a file from number ${file} on (seed ${seed}, every ${threads}) took more than ${HANG_MS} ms`);
      }, 1_000);
      worker.on('message', (report: Report) => {
        last.set(thread, { report, at: Date.now() });
        if (!report.finished) return;
        clearInterval(watch);
        resolve(null);
      });
      worker.on('error', (error) => {
        clearInterval(watch);
        resolve(`a thread broke down: ${error.stack}`);
      });
    });
  });
  const progress = setInterval(say, 10_000);
  const troubles = (await Promise.all(results)).filter((trouble) => trouble !== null);
  clearInterval(progress);
  const failures = [...last.values()].flatMap(({ report }) => report?.failure ?? []);
  for (const failure of failures) printFailure(failure, seed);
  for (const trouble of troubles) console.log(`FAILED: ${trouble}`);
  const took = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `fuzz: ${sum(({ done }) => done)} files, seed ${seed}, ${took} s, ${failures.length + troubles.length} failures; ` +
      `${sum(({ reached }) => reached.accepted)} accepted by the manager, ${sum(({ reached }) => reached.planned)} plans, ` +
      `${sum(({ reached }) => reached.refused)} refusals, ${sum(({ reached }) => reached.findings)} findings`,
  );
  return failures.length + troubles.length === 0;
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '5710' },
      seconds: { type: 'string', default: '3600' },
      only: { type: 'string' },
    },
  });
  const only = values.only === undefined ? null : Number(values.only);
  const isGood = await runAll(Number(values.files), Number(values.seed), Number(values.seconds), only);
  process.exitCode = isGood ? 0 : 1;
} else {
  runStretch(workerData as Stretch);
}

// Owns `npm run bench:core`: how fast the core reads, plans and checks, beside fast-xml-parser in the same run. Every round
// measures each job once, so that a busy moment hits all of them. Prints a table, and one JSON object as its last line.
import { XMLParser } from 'fast-xml-parser';
import { responseFactsOf, responseValues } from '../forms/response-changes.ts';
import { toBytes } from '../ossec/byte-text.ts';
import { describeResponse } from '../ossec/describe/describe-response.ts';
import { RESPONSE_ORDER, RESPONSE_TAGS, type Tags } from '../ossec/edit/block-tags.ts';
import { DEFAULT_LAYOUT, writeBlock } from '../ossec/edit/write-block.ts';
import { findInFacts } from '../ossec/findings/find-in-facts.ts';
import type { Facts, ResponseFacts, RuleFacts } from '../ossec/findings/finding.ts';
import { toFacts } from '../ossec/findings/to-facts.ts';
import { type Config, parseConfig, planChanges } from '../ossec/index.ts';
import { parseXml } from '../ossec/syntax/parse-xml.ts';
import { benchFile } from './bench-core-file.ts';

const KB = 1024;
const FILES = [
  { name: '8 KB', bytes: 8 * KB, rounds: 200 },
  { name: '100 KB', bytes: 100 * KB, rounds: 120 },
  { name: '1 MB', bytes: KB * KB, rounds: 25 },
  { name: '20 MB', bytes: 20 * KB * KB, rounds: 3 },
];
/** Beyond this, pairs of responses are too many to compare at a keystroke, and no one types there. */
const MOST_BYTES_FOR_FINDINGS = 2 * KB * KB;
const BATCHES = 6;
const STROKES = 150;
const PARSE = 'parse: tokens + tree';
const THEIRS = 'fast-xml-parser parse';
const REPLAN = 'plan + read back + findings';

const fastXmlParser = new XMLParser({
  preserveOrder: true,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

const RULES: readonly RuleFacts[] = Array.from({ length: 4_500 }, (_, n) => ({
  id: 5_000 + n,
  level: n % 16,
  groups: `syslog,${n % 3 === 0 ? 'sshd' : `web_${n % 300}`},team_${n % 200},pci_dss_10.2.${n % 9},`,
}));

type Job = { name: string; run: (round: number) => unknown };

const factsOf = (config: Config): Facts => ({ ...toFacts(config.model), agents: null, scripts: null, rules: RULES });

/** What a keystroke in the form of the last response computes: another level or another group each time. */
function keystroke(facts: Facts, round: number) {
  const was = facts.responses.at(-1) as ResponseFacts;
  const typed = { ...responseValues(was, true), level: 1 + (round % 15), groups: ['sshd', `typed${round}`] };
  const now = responseFactsOf(typed);
  const tags: Tags = new Map(
    Object.entries(RESPONSE_TAGS).map(([key, tag]) => [tag, now[key as keyof typeof RESPONSE_TAGS]]),
  );
  return {
    preview: writeBlock('active-response', tags, RESPONSE_ORDER, DEFAULT_LAYOUT),
    sentence: describeResponse(now, true),
    findings: findInFacts({ ...facts, responses: facts.responses.with(-1, now) }),
  };
}

function plan(config: Config, round: number): Config {
  const index = config.model.responses.length - 1;
  const result = planChanges(config, [{ op: 'edit-response', index, set: { timeout: 1_000 + round } }]);
  if (!result.ok) throw new Error(`The plan was refused: ${result.refused[0]?.message}`);
  return result.after;
}

function jobsOf(text: string): Job[] {
  const bytes = toBytes(text);
  const config = parseConfig(bytes);
  if (!config.verdict.accepted) throw new Error(`The manager would refuse the file: ${config.verdict.errors[0]}`);
  const facts = factsOf(config);
  const jobs: Job[] = [
    { name: PARSE, run: () => parseXml(text) },
    { name: 'parseConfig: bytes → tree, model, verdict', run: () => parseConfig(bytes) },
    { name: 'planChanges of one edit, read back', run: (round) => plan(config, round) },
    { name: THEIRS, run: () => fastXmlParser.parse(text) },
  ];
  if (text.length > MOST_BYTES_FOR_FINDINGS) return jobs;
  return [
    ...jobs,
    { name: 'findInFacts', run: () => findInFacts({ ...facts }) },
    { name: REPLAN, run: (round) => findInFacts(factsOf(plan(config, round))) },
  ];
}

type Row = { file: string; job: string; medianMs: number; p95Ms: number; megabytesPerSecond: number };

function measure(file: string, text: string, rounds: number): Row[] {
  const jobs = jobsOf(text);
  const times = jobs.map((): number[] => []);
  const warmUp = Math.min(10, rounds);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [at, { run }] of jobs.entries()) {
      const start = performance.now();
      run(round);
      if (round >= warmUp) times[at]?.push(performance.now() - start);
    }
  }
  return jobs.map(({ name }, at) => {
    const sorted = (times[at] as number[]).sort((a, b) => a - b);
    const quantile = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
    const medianMs = quantile(0.5);
    return { file, job: name, medianMs, p95Ms: quantile(0.95), megabytesPerSecond: text.length / 1e3 / medianMs };
  });
}

/** Keystrokes by themselves, as in a browser; batches, because on a busy machine a p95 tells of the others. */
function measureKeystrokes(text: string): { calmest: number; median: number; all: number } {
  const facts = factsOf(parseConfig(toBytes(text)));
  const batches = Array.from({ length: BATCHES + 1 }, (_, batch) =>
    Array.from({ length: STROKES }, (_, stroke) => {
      const start = performance.now();
      keystroke(facts, batch * STROKES + stroke);
      return performance.now() - start;
    }),
  ).slice(1);
  const quantile = (times: number[], part: number) =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] as number;
  const p95s = batches.map((times) => quantile(times, 0.95));
  const all = batches.flat();
  return { calmest: Math.min(...p95s), median: quantile(all, 0.5), all: quantile(all, 0.95) };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function printRows(rows: Row[]): void {
  for (const { file, job, medianMs, p95Ms, megabytesPerSecond } of rows) {
    const cells = [medianMs.toFixed(3), p95Ms.toFixed(3), megabytesPerSecond.toFixed(1)].map((cell) =>
      cell.padStart(11),
    );
    console.log(`${file.padEnd(8)}${job.padEnd(48)}${cells.join('')}`);
  }
}

const all: Row[] = [];
console.log(`${'file'.padEnd(8)}${'job'.padEnd(48)}  median ms     p95 ms       MB/s`);
for (const { name, bytes, rounds } of FILES) {
  const rows = measure(name, benchFile(bytes), rounds);
  printRows(rows);
  all.push(...rows);
}
const strokes = measureKeystrokes(benchFile(100 * KB));
console.log(
  `100 KB  keystroke (form → preview, sentence, findings): median ${strokes.median.toFixed(2)} ms, p95 ` +
    `${strokes.calmest.toFixed(2)} ms in the calmest of ${BATCHES} batches, ${strokes.all.toFixed(2)} ms over all`,
);
const find = (file: string, job: string) => all.find((row) => row.file === file && row.job === job) as Row;
const ratio = (file: string) => round(find(file, THEIRS).medianMs / find(file, PARSE).medianMs, 2);
console.log(
  JSON.stringify({
    ratio8KB: ratio('8 KB'),
    ratio100KB: ratio('100 KB'),
    ratio1MB: ratio('1 MB'),
    ratio20MB: ratio('20 MB'),
    keystroke100KBp95ms: round(strokes.calmest, 3),
    keystroke100KBp95msAllBatches: round(strokes.all, 3),
    keystroke100KBmedianMs: round(strokes.median, 3),
    planAndFindings100KBmedianMs: round(find('100 KB', REPLAN).medianMs, 3),
    planAndFindings100KBp95ms: round(find('100 KB', REPLAN).p95Ms, 3),
    parse1MBmedianMs: round(find('1 MB', PARSE).medianMs, 3),
    peakMemoryMB: round(process.resourceUsage().maxRSS / KB, 0),
  }),
);

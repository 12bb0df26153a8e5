/* Prints what `npm run bench:alerts` measured. Measures nothing. */
import { cpus, loadavg } from 'node:os';

export type BenchResult = {
  total: number;
  alerts: number;
  fewMegabytes: number;
  seconds: Record<string, (number | null)[]>;
  memory: number;
  diskBytes: number;
  warm: Record<string, { p50: number; p95: number }>;
  tail: { asked: number; unasked: number };
  restart: number;
};

/** The table with the aims beside the figures, and one JSON object as the last line. */
export function reportBench(result: BenchResult): void {
  const { total, fewMegabytes, warm, tail } = result;
  const best = (name: string) => {
    const times = (result.seconds[name] ?? []).filter((each) => each !== null);
    return times.length > 0 ? Math.min(...times) : null;
  };
  const speed = (name: string, megabytes: number) => {
    const time = best(name);
    return time === null ? null : megabytes / time;
  };
  const speeds = {
    jq: speed('jq', fewMegabytes),
    rg: speed('rg', total),
    ingest: speed('ingest', total),
    gzip: speed('gzip', total),
    backfill: speed('backfill', total),
  };
  const ratio = (a: number | null, b: number | null) => (a === null || b === null ? null : a / b);
  const rows: [string, number | null, string][] = [
    ['jq -c select', speeds.jq, 'MB/s'],
    ['rg -c, one thread', speeds.rg, 'MB/s'],
    ['first ingest', speeds.ingest, 'MB/s'],
    ['first ingest, times jq (aim: 10 or more)', ratio(speeds.ingest, speeds.jq), 'x'],
    ['first ingest, time of rg -c (aim: 2 or less)', ratio(speeds.rg, speeds.ingest), 'x'],
    ['gzip -dc', speeds.gzip, 'MB/s'],
    ['archives', speeds.backfill, 'MB/s'],
    ['archives, time of gzip -dc (aim: 1.5 or less)', ratio(speeds.gzip, speeds.backfill), 'x'],
    ['peak memory of the process (aim: 400 or less)', result.memory, 'MiB'],
    ['index', result.diskBytes / 1e6, 'MB'],
    ...Object.entries(warm).flatMap(([name, { p50, p95 }]): [string, number, string][] => [
      [`what-if, ${name}: half of them`, p50, 'ms'],
      [`what-if, ${name}: 95 of 100${name === 'all' ? ' (aim at 5 GB: 70 or less)' : ''}`, p95, 'ms'],
    ]),
    ['1,000 new alerts, read when asked (aim: 50 or less)', tail.asked, 'ms'],
    ['1,000 new alerts, seen 2 s later without a question', tail.unasked, 'alerts'],
    ['start with an index', result.restart, 'ms'],
  ];
  console.log(
    `\n${result.alerts.toLocaleString('en')} alerts, ${Math.round(total)} MB; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`,
  );
  if (fewMegabytes < total - 1) console.log(`jq read only the first ${Math.round(fewMegabytes)} MB`);
  for (const [name, number, unit] of rows) {
    const told = number === null ? 'not installed' : `${number.toFixed(number < 10 ? 2 : 0)} ${unit}`;
    console.log(`  ${name.padEnd(56)} ${told}`);
  }
  console.log(JSON.stringify({ bench: 'alerts', megabytes: total, speeds, ...result }));
}

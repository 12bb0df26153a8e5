/*
 * Finds one alert's own line in the manager's files by its id. Looks where the index says it is, else in the files of the days
 * around its second; a search for bytes, because that is quicker than reading.
 */
import { readAlert } from '../../read-alert.ts';
import { splitId } from '../scan/event-rows.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import { loadRows } from '../store/load-index.ts';
import { type FoundLog, findLogs } from './find-logs.ts';
import { dayOf, daysAround } from './log-name.ts';
import { readBytes } from './read-bytes.ts';

const LINE_END = 10;
const LONGEST = 1 << 20;

type Place = { log: FoundLog; from: number };

export async function findAlert(directory: string, index: AlertIndex, id: string): Promise<string | null> {
  const parts = splitId(id);
  if (parts === null) return null;
  const { logs } = await findLogs(directory);
  const known = await loadRows<[string, number]>(
    index.file.reader,
    `SELECT DISTINCT logs.name, segments.starts FROM events JOIN segments USING (segment) JOIN logs USING (log)
     WHERE id_seconds = ${parts.seconds} AND id_offset = ${parts.offset}`,
  );
  const days = new Set(daysAround(parts.seconds * 1000));
  const places: Place[] = [
    ...known.flatMap(([name, from]) => logs.filter((log) => log.name === name).map((log) => ({ log, from }))),
    ...logs.filter(({ name, isActive }) => isActive || days.has(dayOf(name) ?? '')).map((log) => ({ log, from: 0 })),
  ];
  for (const place of places) {
    const line = await search(place, id).catch(() => null);
    if (line !== null) return line;
  }
  return null;
}

async function search({ log, from }: Place, id: string): Promise<string | null> {
  const wanted = Buffer.from(id);
  let rest = Buffer.alloc(0);
  for await (const { bytes } of readBytes(log, Math.min(from, log.isGz ? from : log.size))) {
    const text = Buffer.concat([rest, bytes]);
    const line = lineWith(text, wanted, id);
    if (line !== null) return line;
    const last = text.lastIndexOf(LINE_END);
    rest = text.subarray(Math.max(last + 1, text.length - LONGEST));
  }
  return lineWith(Buffer.concat([rest, Buffer.from('\n')]), wanted, id);
}

/** An id may stand in other alerts too: in reports of scripts. */
function lineWith(text: Buffer, wanted: Buffer, id: string): string | null {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = text.indexOf(LINE_END, at);
    if (end === -1) return null;
    const line = text.toString('utf8', text.lastIndexOf(LINE_END, at) + 1, end);
    if (readAlert(line)?.id === id) return line;
  }
  return null;
}

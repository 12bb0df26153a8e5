/*
 * Owns the index while it is open: what is in memory of it, and that both change together. One writer. Does not know where
 * alerts come from, nor what is asked.
 */
import { statSync } from 'node:fs';
import type { Period } from '../../alert-history.ts';
import type { AlertReader } from '../scan/alert-reader.ts';
import { type LIMITS, type Limits, Vocabulary } from '../scan/vocabulary.ts';
import { type Block, BlockCache, EMPTY_BLOCK } from './block.ts';
import { commitBatch } from './commit.ts';
import { dropLogs } from './drop-logs.ts';
import {
  addNewest,
  loadBlocks,
  loadLogs,
  loadNewest,
  loadRows,
  loadSegments,
  loadWords,
  type NewestOf,
} from './load-index.ts';
import { type OpenIndex, openIndex } from './open-index.ts';
import { addRows, type Log, SEGMENT_ALERTS, type Segment, type Sums } from './segments.ts';

const LOADED_AT_ONCE = 400_000;

export type IndexOptions = {
  directory: string;
  /** For the alerts that questions go over. */
  cacheBytes?: number;
  limits?: Record<keyof typeof LIMITS, Limits>;
};

export class AlertIndex {
  readonly words: Vocabulary;
  readonly logs = new Map<number, Log>();
  readonly segments = new Map<number, Segment>();
  newest: NewestOf = { variants: [], agents: [] };
  readonly file: OpenIndex;
  private readonly open = new Map<number, { segment: Segment; sums: Sums; block: Block }>();
  private readonly cache: BlockCache;
  private nextLog = 0;
  private nextSegment = 0;

  private constructor(file: OpenIndex, { cacheBytes = 128 << 20, limits }: IndexOptions) {
    this.file = file;
    this.cache = new BlockCache(cacheBytes);
    this.words = new Vocabulary(limits);
  }

  static async open(options: IndexOptions): Promise<AlertIndex> {
    const file = await openIndex(options.directory);
    const index = new AlertIndex(file, options);
    await index.load();
    return index;
  }

  /** The log's rows and how far it was read; `log` is as it is behind them. */
  async add(log: Log, reader: AlertReader): Promise<void> {
    const { rows, reports } = reader;
    const before = this.open.get(log.log);
    const sums = before?.sums ?? { variants: new Map(), agents: new Map() };
    let segment = before?.segment ?? null;
    if (rows.count > 0) {
      segment = segment === null ? this.startSegment(log) : { ...segment, counts: segment.counts.slice() };
      addRows(segment, sums, rows);
    }
    const isClosing = segment !== null && (log.ended || segment.alerts >= SEGMENT_ALERTS);
    if (segment !== null && isClosing) segment.closed = true;
    await commitBatch(this.file.writer, {
      ...{ log, isNewLog: !this.logs.has(log.log), segment: rows.count > 0 ? segment : null },
      isNewSegment: before === undefined,
      closing: segment !== null && isClosing ? [{ segment, sums }] : [],
      ...{ rows, reports, words: this.words },
    });
    this.logs.set(log.log, log);
    if (segment === null) return;
    this.segments.set(segment.segment, segment);
    addNewest(this.newest, sums);
    const block = (before?.block ?? EMPTY_BLOCK).with(rows);
    this.open.delete(log.log);
    if (isClosing) this.cache.put(segment.segment, block);
    else this.open.set(log.log, { segment, sums, block });
  }

  newLog(parts: Pick<Log, 'name' | 'inode'>): Log {
    const nothing = { head: '', headLength: 0, tail: '', readTo: 0, alerts: 0, unreadable: 0, ended: false };
    return { log: this.nextLog++, ...nothing, ...parts };
  }

  /** Forgets the logs and their alerts. */
  async drop(logs: readonly Log[]): Promise<void> {
    if (logs.length === 0) return;
    const numbers = new Set(logs.map(({ log }) => log));
    const segments = [...this.segments.values()].filter(({ log }) => numbers.has(log));
    await dropLogs(this.file.writer, { logs: [...numbers], segments, words: this.words });
    for (const number of numbers) {
      this.logs.delete(number);
      this.open.delete(number);
    }
    for (const { segment } of segments) {
      this.segments.delete(segment);
      this.cache.drop(segment);
    }
    this.newest = await loadNewest(this.file.reader);
    for (const { sums } of this.open.values()) addNewest(this.newest, sums);
  }

  /** Goes over all alerts that may be in the period, in no order, a block at a time. */
  async scan({ from, to }: Period, visit: (block: Block) => void): Promise<void> {
    const within = [...this.segments.values()].filter(({ first, last }) => last >= from && first < to);
    await this.scanSegments(new Set(within.map(({ segment }) => segment)), visit);
  }

  /** As `scan`, over these segments. */
  async scanSegments(numbers: ReadonlySet<number>, visit: (block: Block) => void): Promise<void> {
    const missing: Segment[] = [];
    const open = new Map([...this.open.values()].map(({ segment, block }) => [segment.segment, block]));
    for (const number of numbers) {
      const block = open.get(number) ?? this.cache.get(number);
      if (block !== undefined) visit(block);
      else missing.push(...[this.segments.get(number) ?? []].flat());
    }
    for (const part of parts(missing)) {
      const sizes = new Map(part.map(({ segment, alerts }) => [segment, alerts]));
      for (const [segment, block] of await loadBlocks(this.file.reader, sizes)) {
        this.cache.put(segment, block);
        visit(block);
      }
    }
  }

  bytes(): number {
    const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return size(this.file.file) + size(`${this.file.file}.wal`);
  }

  /** Without what is free in the file: it does not become shorter when alerts are dropped. */
  async usedBytes(): Promise<number> {
    const rows = await loadRows<[number]>(
      this.file.writer,
      'SELECT (used_blocks * block_size)::DOUBLE FROM pragma_database_size()',
    );
    return rows[0]?.[0] ?? 0;
  }

  close(): void {
    this.file.close();
  }

  private startSegment(log: Log): Segment {
    const starts = this.logs.get(log.log)?.readTo ?? 0;
    const [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    return {
      ...{ segment: this.nextSegment++, log: log.log, starts, alerts: 0, first, last, closed: false },
      counts: new Uint32Array(this.words.variants.entries.length),
    };
  }

  private async load(): Promise<void> {
    const { reader } = this.file;
    await loadWords(reader, this.words);
    for (const log of await loadLogs(reader)) this.logs.set(log.log, log);
    const { segments, open } = await loadSegments(reader);
    for (const segment of segments) this.segments.set(segment.segment, segment);
    this.newest = await loadNewest(reader);
    for (const each of open) {
      this.open.set(each.segment.log, each);
      addNewest(this.newest, each.sums);
    }
    this.nextLog = Math.max(-1, ...this.logs.keys()) + 1;
    this.nextSegment = Math.max(-1, ...this.segments.keys()) + 1;
  }
}

/** Neighbours, so many alerts at once that memory stays small. */
function* parts(segments: readonly Segment[]): Generator<Segment[]> {
  let part: Segment[] = [];
  let alerts = 0;
  for (const segment of segments) {
    part.push(segment);
    alerts += segment.alerts;
    if (alerts < LOADED_AT_ONCE) continue;
    yield part;
    part = [];
    alerts = 0;
  }
  if (part.length > 0) yield part;
}

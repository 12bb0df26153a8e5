/*
 * Owns keeping up with the manager's files: which are read next, the newest first; what the manager writes now in between;
 * what is dropped again. One at a time; questions come between the pieces.
 */
import type { Coverage } from '../../alert-history.ts';
import type { Kept } from '../read-kept.ts';
import { AlertReader } from '../scan/alert-reader.ts';
import type { AlertIndex } from '../store/alert-index.ts';
import type { Log } from '../store/segments.ts';
import { type FoundLog, findActive, findLogs } from './find-logs.ts';
import { dayBefore, dayOf } from './log-name.ts';
import { COMMIT_BYTES, readLog } from './read-log.ts';
import { logsBefore, oldestDay } from './retention.ts';

const LOOK_AT_ALL_MS = 30_000;
const TAIL_MS = 1000;
const LONG_BYTES = 8 << 20;

export type FollowOptions = {
  index: AlertIndex;
  directory: string;
  keep: Kept;
  commitBytes?: number;
  /** Runs it when no question is under way; those that come meanwhile wait. */
  whileAlone: (drop: () => Promise<void>) => Promise<void>;
};

export class Follower {
  isStopped = false;
  /** Has everything that was there at the start been read? */
  isCaughtUp = false;
  private readonly options: FollowOptions;
  private readonly reader: AlertReader;
  private pending: FoundLog[] = [];
  private current: { log: FoundLog; onDisk: number } | null = null;
  private doneBytes = 0;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private tailedAt = Number.NEGATIVE_INFINITY;
  private activeInode = '';
  /** Under which it is read; null when another file has all of it. */
  private activeName: string | null = null;
  private running: Promise<void> | null = null;
  /** Of files that cannot be read, until they change. */
  private readonly failed = new Map<string, { changedAt: number; size: number; note: string }>();
  private readonly whole = new Map<string, string>();
  private unreadable: string[] = [];
  private droppedFor: string | null = null;

  constructor(options: FollowOptions) {
    this.options = options;
    this.reader = new AlertReader(options.index.words);
  }

  /** Reads what is new; joins a pass that runs already. */
  async pass(): Promise<void> {
    this.running ??= this.readAll().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  get isReading(): boolean {
    return this.running !== null;
  }

  get state(): Coverage['state'] {
    const doneBytes = this.doneBytes + (this.current?.onDisk ?? 0);
    const left = [...(this.current ? [this.current.log] : []), ...this.pending];
    const totalBytes = this.doneBytes + left.reduce((sum, { size }) => sum + size, 0);
    if (this.isStopped) return { kind: 'stopped', doneBytes, totalBytes };
    const isLong = totalBytes - doneBytes > LONG_BYTES;
    if (this.isCaughtUp && !isLong) return { kind: 'ready' };
    return { kind: 'reading', doneBytes, totalBytes, file: this.current?.log.name ?? '' };
  }

  get notes(): string[] {
    const failed = [...this.failed].map(([path, { note }]) => `${path} could not be read to its end: ${note}.`);
    const folders = this.unreadable.map((path) => `${path} could not be read.`);
    const { bytes } = this.options.keep;
    const dropped = this.droppedFor
      ? [`Days up to ${this.droppedFor} are not kept: the index would be larger than ${Math.round(bytes / 1e6)} MB.`]
      : [];
    return [...dropped, ...failed, ...folders];
  }

  private async readAll(): Promise<void> {
    if (this.isStopped) return;
    await this.plan();
    while (!this.isStopped) {
      const log = this.pending.shift();
      if (log === undefined) break;
      await this.read(log);
      // The manager began another file meanwhile: that one comes first.
      if (this.lookedAt === Number.NEGATIVE_INFINITY) await this.plan();
    }
    if (this.pending.length > 0) return;
    this.isCaughtUp = true;
    this.doneBytes = 0;
  }

  /** All folders now and then, and as soon as the manager begins another file; otherwise only what it writes. */
  private async plan(): Promise<void> {
    const { directory } = this.options;
    const active = await findActive(directory);
    const isDue = Date.now() - this.lookedAt >= LOOK_AT_ALL_MS;
    if (!isDue && active?.inode === this.activeInode) {
      if (active && this.activeName !== null) this.pending.unshift({ ...active, name: this.activeName });
      this.pending = this.pending.filter((log) => !this.isWhole(log));
      return;
    }
    this.lookedAt = Date.now();
    this.activeInode = active?.inode ?? '';
    const { logs, unreadable } = await findLogs(directory);
    this.unreadable = unreadable;
    this.activeName = logs.find(({ inode }) => inode === active?.inode)?.name ?? null;
    await this.dropOld();
    this.pending = logs.filter((log) => log.size > 0 && !this.isTooOld(log.name) && !this.isWhole(log));
  }

  private get reading() {
    const { index, commitBytes = COMMIT_BYTES } = this.options;
    return { index, commitBytes, reader: this.reader, drop: (logs: Log[]) => this.drop(logs) };
  }

  private isWhole(log: FoundLog): boolean {
    return log.size === 0 || this.whole.get(log.path) === stampOf(log) || this.hasFailed(log);
  }

  private hasFailed({ path, size, changedAt }: FoundLog): boolean {
    const failure = this.failed.get(path);
    return failure !== undefined && failure.changedAt === changedAt && failure.size === size;
  }

  private isTooOld(name: string): boolean {
    const day = dayOf(name);
    const first = dayBefore(Date.now(), this.options.keep.days);
    return day !== null && (day < first || (this.droppedFor !== null && day <= this.droppedFor));
  }

  private async read(log: FoundLog): Promise<void> {
    if (this.isTooOld(log.name)) return;
    this.current = { log, onDisk: 0 };
    if (!log.isActive) this.reader.startDay();
    try {
      const isWhole = await readLog(log, {
        ...this.reading,
        onProgress: async (onDisk) => {
          this.current = { log, onDisk };
          if (!log.isActive) await this.tail();
          const isCurrent = this.lookedAt !== Number.NEGATIVE_INFINITY;
          return isCurrent && !this.isStopped && !(await this.dropForRoom(log.name));
        },
      });
      if (isWhole) this.whole.set(log.path, stampOf(log));
      else if (this.isStopped) this.pending.unshift(log);
      this.failed.delete(log.path);
      if (isWhole) this.doneBytes += log.size;
      await this.dropForRoom(log.name);
    } catch (thrown) {
      this.noteFailure(log, thrown);
    } finally {
      this.current = null;
    }
  }

  /** Only what a file does to its reader; what the index does to its writer is not survived. */
  private noteFailure(log: FoundLog, thrown: unknown): void {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    // It was renamed or compressed in the meantime: the next look finds it.
    if (code === 'ENOENT') this.lookedAt = Number.NEGATIVE_INFINITY;
    else this.failed.set(log.path, { changedAt: log.changedAt, size: log.size, note: message });
  }

  /** What the manager writes now does not wait for old days. */
  private async tail(): Promise<void> {
    if (Date.now() - this.tailedAt < TAIL_MS) return;
    this.tailedAt = Date.now();
    const active = await findActive(this.options.directory);
    if (active !== null && active.inode !== this.activeInode) this.lookedAt = Number.NEGATIVE_INFINITY;
    if (active === null || active.inode !== this.activeInode || this.activeName === null) return;
    if (this.isWhole(active)) return;
    const log = { ...active, name: this.activeName };
    const isWhole = await readLog(log, { ...this.reading, onProgress: async () => !this.isStopped });
    if (isWhole) this.whole.set(log.path, stampOf(log));
  }

  private async dropOld(): Promise<void> {
    const { index, keep } = this.options;
    const lastAt = (log: number) => {
      const ends = [...index.segments.values()].filter((segment) => segment.log === log).map(({ last }) => last);
      return ends.length > 0 ? Math.max(...ends) : null;
    };
    await this.drop(logsBefore(index.logs.values(), { day: dayBefore(Date.now(), keep.days), lastAt }));
  }

  /** True when what is being read is itself too much. */
  private async dropForRoom(reading: string): Promise<boolean> {
    const { index, keep } = this.options;
    while ((await index.usedBytes()) > keep.bytes) {
      const day = oldestDay(index.logs.values());
      if (day === null) return false;
      this.droppedFor = day;
      await this.drop([...index.logs.values()].filter(({ name }) => dayOf(name) === day));
      if (dayOf(reading) === day) return true;
    }
    return false;
  }

  private async drop(logs: readonly Log[]): Promise<void> {
    if (logs.length === 0) return;
    await this.options.whileAlone(() => this.options.index.drop(logs));
    this.reader.forget();
  }
}

const stampOf = ({ inode, size, isActive }: FoundLog): string => `${inode} ${size} ${isActive}`;

/*
 * The manager's own log during an apply: every new line into the record, and those that say why something failed.
 */
import { addLog } from './apply-record.ts';
import type { ApplyJob } from './run-apply.ts';

const PROBLEM = /: (ERROR|CRITICAL): /;
const MAX_PROBLEMS = 12;
/** The log is polled; what the manager has just written arrives within this time. */
const SETTLE_MS = 700;

export class ManagerLog {
  private readonly lines: string[] = [];
  private readonly stopper = new AbortController();
  private done: Promise<void> = Promise.resolve();

  /** Follows the log from its present end. */
  static async follow(job: ApplyJob): Promise<ManagerLog> {
    const log = new ManagerLog();
    const offset = await job.manager.logEnd();
    log.done = log.read(job, offset);
    return log;
  }

  private async read({ manager, database, id }: ApplyJob, offset: number): Promise<void> {
    for await (const batch of manager.followLog(offset, this.stopper.signal)) {
      for (const line of batch) {
        this.lines.push(line);
        addLog(database, id, 'manager', line);
      }
    }
  }

  /** ERROR and CRITICAL lines so far. */
  problems(): string[] {
    return this.lines.filter((line) => PROBLEM.test(line)).slice(0, MAX_PROBLEMS);
  }

  sawCritical(): boolean {
    return this.lines.some((line) => line.includes(': CRITICAL: '));
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }

  async stop(): Promise<void> {
    await this.settle();
    this.stopper.abort();
    await this.done;
  }
}

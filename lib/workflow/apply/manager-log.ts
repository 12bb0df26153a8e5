/*
 * The manager's own log during an apply: its new lines into the record, and those that say why something failed. Following
 * ends with the apply, and a log that can't be followed fails nothing.
 */
import { log } from '../../log/log.ts';
import { inTransaction } from '../../state/database.ts';
import type { ApplyJob } from './apply-job.ts';
import { addLog } from './apply-record.ts';

const PROBLEM = /: (ERROR|CRITICAL): /;
const MAX_PROBLEMS = 12;
/** A manager that debugs writes thousands of lines a second: the record keeps the first of them. */
const MAX_LINES = 5000;
/** The log is polled; what the manager has just written arrives within this time. */
const SETTLE_MS = 450;

export class ManagerLog {
  private readonly said: string[] = [];
  private readonly criticals: string[] = [];
  private readonly stopper = new AbortController();
  private count = 0;
  private problemCount = 0;
  private done: Promise<void> = Promise.resolve();

  /** Follows the log from its present end. */
  static async follow(job: ApplyJob): Promise<ManagerLog> {
    const following = new ManagerLog();
    const offset = await job.manager.logEnd();
    // Awaited only in stop(): a rejection until then would end the whole process.
    following.done = following.read(job, offset).catch((thrown) => {
      log('warn', 'manager-log-lost', { apply: job.id, message: `lost the manager's log: ${String(thrown)}` });
    });
    return following;
  }

  private async read({ manager, database, id, steps }: ApplyJob, offset: number): Promise<void> {
    for await (const batch of manager.followLog(offset, this.stopper.signal)) {
      for (const line of batch) this.take(line);
      const kept = batch.slice(0, Math.max(0, MAX_LINES - this.count));
      const isCut = this.count <= MAX_LINES && this.count + batch.length > MAX_LINES;
      this.count += batch.length;
      const lines = isCut ? [...kept, '(The rest of the log was left out.)'] : kept;
      // What the manager says is looked at whether or not the database takes it.
      steps.tell(() =>
        inTransaction(database, () => {
          for (const line of lines) addLog(database, id, 'manager', line);
        }),
      );
    }
  }

  private take(line: string): void {
    if (PROBLEM.test(line)) this.problemCount++;
    if (PROBLEM.test(line) && this.said.length < MAX_PROBLEMS) this.said.push(line);
    if (line.includes(': CRITICAL: ') && this.criticals.length < MAX_LINES) this.criticals.push(line);
  }

  /** ERROR and CRITICAL lines so far. */
  problems(): string[] {
    return this.said;
  }

  /** How many ERROR and CRITICAL lines there were. */
  countOfProblems(): number {
    return this.problemCount;
  }

  /** Has one of these daemons, named without "wazuh-", said that it gives up? */
  sawCriticalOf(daemons: readonly string[]): boolean {
    return this.criticals.some((line) => daemons.some((name) => new RegExp(`(wazuh|ossec)-${name}\\b`).test(line)));
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

/*
 * The manager's own log during an apply: its new lines into the record, and those that say why something failed. Following
 * ends with the apply, and a log that can't be followed fails nothing.
 */
import { inTransaction } from '../../state/database.ts';
import { addLog } from './apply-record.ts';
import type { ApplyJob } from './run-apply.ts';

const PROBLEM = /: (ERROR|CRITICAL): /;
const MAX_PROBLEMS = 12;
/** A manager that debugs writes thousands of lines a second: the record keeps the first of them. */
const MAX_LINES = 5000;
/** The log is polled; what the manager has just written arrives within this time. */
const SETTLE_MS = 700;

export class ManagerLog {
  private readonly said: string[] = [];
  private readonly criticals: string[] = [];
  private readonly stopper = new AbortController();
  private count = 0;
  private done: Promise<void> = Promise.resolve();

  /** Follows the log from its present end. */
  static async follow(job: ApplyJob): Promise<ManagerLog> {
    const log = new ManagerLog();
    const offset = await job.manager.logEnd();
    // Awaited only in stop(): a rejection until then would end the whole process.
    log.done = log.read(job, offset).catch((thrown) => {
      process.stderr.write(`riposte: apply ${job.id} lost the manager's log: ${String(thrown)}\n`);
    });
    return log;
  }

  private async read({ manager, database, id }: ApplyJob, offset: number): Promise<void> {
    for await (const batch of manager.followLog(offset, this.stopper.signal)) {
      inTransaction(database, () => {
        for (const line of batch) this.take(line, (text) => addLog(database, id, 'manager', text));
      });
    }
  }

  private take(line: string, keep: (text: string) => void): void {
    this.count++;
    if (this.count <= MAX_LINES) keep(line);
    else if (this.count === MAX_LINES + 1) keep('(The rest of the log was left out.)');
    if (PROBLEM.test(line) && this.said.length < MAX_PROBLEMS) this.said.push(line);
    if (line.includes(': CRITICAL: ') && this.criticals.length < MAX_LINES) this.criticals.push(line);
  }

  /** ERROR and CRITICAL lines so far. */
  problems(): string[] {
    return this.said;
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

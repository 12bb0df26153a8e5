/*
 * Writes down the steps of one apply as they happen.
 */
import type { Database } from '../../state/database.ts';
import { type ApplyStep, type DaemonLight, loadSteps, type StepKey, saveStep } from './apply-record.ts';

export class StepLog {
  private readonly database: Database;
  private readonly id: number;
  private readonly steps: ApplyStep[];
  private current: ApplyStep | null = null;

  constructor(database: Database, id: number) {
    this.database = database;
    this.id = id;
    this.steps = loadSteps(database, id);
  }

  start(key: StepKey, text = ''): void {
    const step = this.steps.find((one) => one.key === key);
    if (!step) throw new Error(`this apply has no step ${key}`);
    this.current = step;
    Object.assign(step, { state: 'running', text, startedAt: Date.now() });
    saveStep(this.database, this.id, step);
  }

  /** More about the running step: words, daemon lights. */
  update(text: string, daemons: DaemonLight[] = []): void {
    if (!this.current) return;
    const changed = this.current.text !== text || JSON.stringify(this.current.daemons) !== JSON.stringify(daemons);
    if (!changed) return;
    Object.assign(this.current, { text, daemons });
    saveStep(this.database, this.id, this.current);
  }

  finish(text: string): void {
    this.end('done', text);
  }

  failCurrent(text: string): void {
    this.end('failed', text);
  }

  skipRest(): void {
    for (const step of this.steps) {
      if (step.state !== 'waiting') continue;
      Object.assign(step, { state: 'skipped', text: 'Not reached' });
      saveStep(this.database, this.id, step);
    }
  }

  private end(state: 'done' | 'failed', text: string): void {
    if (!this.current) return;
    Object.assign(this.current, { state, text, finishedAt: Date.now() });
    saveStep(this.database, this.id, this.current);
    this.current = null;
  }
}

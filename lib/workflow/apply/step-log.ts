/*
 * Writes down the steps of one apply as they happen. Before the file is written a step that can't be recorded stops the
 * apply; after that nothing may stop it any more, so it goes on and says so on standard error.
 */
import { log } from '../../log/log.ts';
import type { Database } from '../../state/database.ts';
import type { Evidence } from '../../view/apply.ts';
import { type ApplyStep, addLog, addStep, loadSteps, type StepKey, type StepState, saveStep } from './apply-record.ts';

export class StepLog {
  private readonly database: Database;
  private readonly id: number;
  private readonly steps: ApplyStep[];
  private current: ApplyStep | null = null;
  private mustRecord = true;

  constructor(database: Database, id: number) {
    this.database = database;
    this.id = id;
    this.steps = loadSteps(database, id);
  }

  /** From here on the apply goes on even when the database takes nothing more. */
  goOnWhateverHappens(): void {
    this.mustRecord = false;
  }

  stateOf(key: StepKey): StepState | null {
    return this.steps.find((one) => one.key === key)?.state ?? null;
  }

  /** When a step began, epoch milliseconds; null before that. */
  startOf(key: StepKey): number | null {
    return this.steps.find((one) => one.key === key)?.startedAt ?? null;
  }

  /** Was this step begun, whether or not it came to an end? */
  hasBegun(key: StepKey): boolean {
    const state = this.stateOf(key);
    return state !== null && state !== 'waiting' && state !== 'skipped';
  }

  /** Adds a step behind the others, if it is not there yet. */
  add(key: StepKey): void {
    if (this.stateOf(key) !== null) return;
    this.record(() => addStep(this.database, this.id, key));
    const empty = { text: '', daemons: [], evidence: null, startedAt: null, finishedAt: null };
    this.steps.push({ key, state: 'waiting', ...empty });
  }

  start(key: StepKey, text = ''): void {
    const step = this.steps.find((one) => one.key === key);
    if (!step) throw new Error(`this apply has no step ${key}`);
    this.current = step;
    this.save(step, { state: 'running', text, startedAt: Date.now(), finishedAt: null });
  }

  /** Goes on with a step that a former process began: its time counts from then. */
  resume(key: StepKey): void {
    this.current = this.steps.find((one) => one.key === key) ?? null;
  }

  /** More about the running step: words, daemon lights, what was seen. */
  update(text: string, more: Partial<Pick<ApplyStep, 'daemons' | 'evidence'>> = {}): void {
    if (!this.current) return;
    const next = { ...this.current, text, ...more };
    if (JSON.stringify(next) !== JSON.stringify(this.current)) this.save(this.current, next);
  }

  /** What was seen so far; null when nothing was. */
  evidence(): Evidence | null {
    return this.steps.find(({ key }) => key === 'confirm')?.evidence ?? null;
  }

  /** Keeps what was seen before the restart for the step that asks. */
  keepEvidence(evidence: Evidence): void {
    const step = this.steps.find(({ key }) => key === 'confirm');
    if (step) this.save(step, { evidence });
  }

  finish(text: string): void {
    this.end('done', text);
  }

  /** The running step was not done after all; `text` says why. */
  skip(text: string): void {
    this.end('skipped', text);
  }

  failCurrent(text: string): void {
    this.end('failed', text);
  }

  /** Steps that nobody will come to any more, but for those of the way back. */
  skipRest(text = 'Not reached'): void {
    for (const step of this.steps) {
      if (step.state === 'waiting') this.save(step, { state: 'skipped', text });
    }
  }

  /** A line of Riposte's own in the log of the apply. */
  say(text: string): void {
    this.tell(() => addLog(this.database, this.id, 'riposte', text));
  }

  /** Records what is good to have, but never worth stopping for. */
  tell(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      log('error', 'apply-not-recorded', { apply: this.id, message: `cannot be recorded: ${String(thrown)}` });
    }
  }

  private end(state: StepState, text: string): void {
    if (!this.current) return;
    this.save(this.current, { state, text, finishedAt: Date.now() });
    this.current = null;
  }

  private save(step: ApplyStep, change: Partial<ApplyStep>): void {
    Object.assign(step, change);
    this.record(() => saveStep(this.database, this.id, step));
  }

  private record(work: () => void): void {
    if (this.mustRecord) work();
    else this.tell(work);
  }
}

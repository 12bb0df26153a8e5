/*
 * The alert history over the manager's own files, as the server sees it: questions go to the process that owns the index. It is
 * started with the first question, started again when it died, and ends with the server.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ManagerFailure, Outcome } from '../../manager/manager.ts';
import type { AlertHistory } from '../alert-history.ts';
import type { FromChild, Question, ToChild } from './child/protocol.ts';
import { startChild } from './child/start-child.ts';
import type { EngineOptions } from './engine.ts';
import { type PackedCounts, unpackCounts } from './query/packed-counts.ts';

export type FileHistoryOptions = {
  alertsDirectory: string;
  indexDirectory: string;
  keep: EngineOptions['keep'];
  /** For tests. */
  start?: () => ChildProcess | null;
};

const AGAIN_MS = 5000;
/** One that ends soon after its start is started less and less often. */
const LONGEST_AGAIN_MS = 600_000;
const SOON_MS = 60_000;

type Waiting = (outcome: Outcome<unknown>) => void;
type Running = { child: ChildProcess; waiting: Map<number, Waiting>; opened: boolean };

const NOT_THERE: ManagerFailure = {
  code: 'alert-index-missing',
  message: 'The program that keeps the alert history is not there.',
  hint: 'Install Riposte again. Everything else works without the alert history.',
};
const DIED: ManagerFailure = {
  code: 'alert-index-died',
  message: 'The process that keeps the alert history ended before it answered.',
  hint: 'Ask again: it starts anew. What it had read is kept.',
};

export function createFileHistory(options: FileHistoryOptions): AlertHistory {
  let running: Running | null = null;
  let failure: { is: ManagerFailure; until: number } | null = null;
  let isClosed = false;
  let isStopped = false;
  let number = 0;
  let againMs = AGAIN_MS;

  const lastFailure = (): ManagerFailure => failure?.is ?? DIED;

  const run = (): Running | null => {
    if (running || isClosed) return running;
    const compiled = join(/*turbopackIgnore: true*/ options.indexDirectory, 'compiled');
    const child = options.start ? options.start() : startChild({ compiled });
    if (child === null) {
      failure = { is: NOT_THERE, until: Number.POSITIVE_INFINITY };
      return null;
    }
    const startedAt = Date.now();
    const started: Running = { child, waiting: new Map(), opened: false };
    running = started;
    failure = null;
    const ended = () => {
      if (running === started) running = null;
      for (const answer of started.waiting.values()) answer({ ok: false, failure: lastFailure() });
      started.waiting.clear();
      if (!started.opened) failure ??= { is: DIED, until: Date.now() + AGAIN_MS };
      else if (!isClosed) {
        againMs = Date.now() - startedAt > SOON_MS ? AGAIN_MS : Math.min(againMs * 2, LONGEST_AGAIN_MS);
        // It said why: it would end again at once.
        if (failure !== null) failure.until = Date.now() + againMs;
        setTimeout(run, againMs).unref();
      }
    };
    child.once('error', ended);
    child.once('exit', ended);
    child.on('message', (message: FromChild) => {
      if (message.kind === 'answer') {
        started.waiting.get(message.number)?.({ ok: true, value: message.value });
        started.waiting.delete(message.number);
        if (started.waiting.size === 0) release(child);
      } else if (message.kind === 'ending') failure = { is: message.failure, until: Date.now() + AGAIN_MS };
      else started.opened = true;
    });
    const { alertsDirectory, indexDirectory: directory, keep } = options;
    tell(child, { kind: 'open', options: { alertsDirectory, directory, keep } });
    if (isStopped) tell(child, { kind: 'stop' });
    release(child);
    return started;
  };

  const ask = <T>(question: Question, argument: unknown): Promise<Outcome<T>> => {
    if (failure !== null && Date.now() < failure.until) return Promise.resolve({ ok: false, failure: failure.is });
    failure = null;
    const to = run();
    if (to === null) return Promise.resolve({ ok: false, failure: lastFailure() });
    return new Promise((resolve) => {
      number += 1;
      to.waiting.set(number, resolve as Waiting);
      hold(to.child);
      tell(to.child, { kind: 'ask', number, question, argument });
    });
  };

  return {
    loadCoverage: () => ask('loadCoverage', null),
    loadVariants: (period) => ask('loadVariants', period),
    count: async (query) => {
      const counted = await ask<PackedCounts>('count', query);
      return counted.ok ? { ok: true, value: unpackCounts(counted.value) } : counted;
    },
    loadPeak: (query) => ask('loadPeak', query),
    loadAlerts: (query) => ask('loadAlerts', query),
    loadReports: (query) => ask('loadReports', query),
    findAlert: (id) => ask('findAlert', id),
    stop: async () => {
      isStopped = true;
      if (running) tell(running.child, { kind: 'stop' });
    },
    resume: async () => {
      isStopped = false;
      if (running) tell(running.child, { kind: 'resume' });
    },
    close: () => {
      isClosed = true;
      return running === null ? Promise.resolve() : end(running.child);
    },
  };
}

function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => {});
}

/** It keeps the server up only while a question waits. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

const CLOSE_MS = 10_000;

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    child.once('exit', () => {
      clearTimeout(giveUp);
      resolve();
    });
    hold(child);
    tell(child, { kind: 'close' });
    if (child.exitCode !== null || !child.connected) child.kill('SIGKILL');
  });
}

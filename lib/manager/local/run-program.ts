/*
 * Owns running one program: no shell, a minimal environment, bounded output and time, lines as they come.
 * Does not know what the program does.
 */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import type { RestartEvent } from '../manager.ts';
import { currentUser } from './describe-file-failure.ts';
import { createEventQueue } from './event-queue.ts';
import { openOutputFiles, openPipes } from './program-output.ts';

type Program = { file: string; args: string[] };
type Limits = {
  timeoutSeconds: number;
  signal?: AbortSignal;
  /** The program must reach its end also when this process is killed: a restart half done leaves a manager half stopped. */
  survives?: boolean;
};

/** Daemons may inherit the pipes and keep them open for ever: after the exit this much is waited for late lines. */
const drainMilliseconds = 500;
const killAfterMilliseconds = 5000;
/** A program that runs as somebody else (sudo) may not be stoppable: then it is left alone and no longer waited for. */
const giveUpAfterMilliseconds = killAfterMilliseconds + 1000;

/**
 * Yields output lines and ends with exactly one `exited`, also when the program can't be started or is stopped. A reader
 * that stops listening does not stop the program: a restart half done is worse than one nobody watches.
 */
export async function* runProgram(program: Program, limits: Limits): AsyncGenerator<RestartEvent> {
  if (limits.signal?.aborted) return yield { kind: 'exited', code: null, signal: 'SIGTERM', timedOut: false };
  const queue = createEventQueue<RestartEvent>();
  const output = limits.survives ? openOutputFiles(queue.push) : openPipes(queue.push);
  const child = start(program, output.stdio);
  let timedOut = false;
  let ended = false;
  let givingUp: NodeJS.Timeout | undefined;
  const exit = (code: number | null, signal: string | null) => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    clearTimeout(givingUp);
    limits.signal?.removeEventListener('abort', stop);
    output.end();
    queue.push({ kind: 'exited', code, signal, timedOut });
    queue.close();
  };
  const stop = () => {
    stopGroup(child);
    givingUp ??= setTimeout(() => exit(null, null), giveUpAfterMilliseconds);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, limits.timeoutSeconds * 1000);
  limits.signal?.addEventListener('abort', stop);
  output.follow(child);
  child.once('error', (error) => {
    queue.push({ kind: 'output', stream: 'stderr', line: describeStartFailure(program.file, error) });
    exit(null, null);
  });
  child.once('close', exit);
  child.once('exit', (code, signal) => setTimeout(() => exit(code, signal), drainMilliseconds).unref());
  yield* queue;
}

function start({ file, args }: Program, stdio: StdioOptions): ChildProcess {
  const { TZ } = process.env;
  const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C', HOME: '/' };
  return spawn(file, args, {
    shell: false,
    detached: true, // its own process group, so that a stop reaches what it started, and its own session
    cwd: '/',
    stdio,
    env: (TZ === undefined ? env : { ...env, TZ }) as unknown as NodeJS.ProcessEnv,
  });
}

function stopGroup(child: ChildProcess): void {
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {}
  };
  kill('SIGTERM');
  const timer = setTimeout(() => kill('SIGKILL'), killAfterMilliseconds);
  child.once('exit', () => clearTimeout(timer));
}

function describeStartFailure(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return `Cannot run ${file}. Permission denied for user ${currentUser()}.`;
  if (error.code === 'ENOENT') return `Cannot run ${file}. It does not exist.`;
  return `Cannot run ${file}. The system answered ${error.code ?? 'nothing'}.`;
}

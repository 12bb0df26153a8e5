// Owns child processes: none outlives this one. A stop request reaches the child as the same signal, and a child that
// has not ended after the grace time is killed. Knows nothing of what it runs.
import { spawn } from 'node:child_process';
import { Failure } from './failure.mjs';
import { projectDir } from './project-dir.mjs';
import { exitCodeOf, stopSignal } from './stop-signal.mjs';

const GRACE_MS = 5_000;

/**
 * Starts a child in the checkout; `ended` resolves to its exit code, 128 + n when a signal ended it. Options are those
 * of `spawn`, and `until` (what stops it), `stopWith` (a signal other than the one we got), `graceMs`.
 */
export function startChild(command, args, options = {}) {
  const { until = stopSignal, stopWith, graceMs = GRACE_MS, ...rest } = options;
  const child = spawn(command, args, { cwd: projectDir, stdio: 'inherit', ...rest });
  let killer;
  const stop = () => {
    child.kill(stopWith ?? (typeof until.reason === 'string' ? until.reason : 'SIGTERM'));
    killer ??= setTimeout(() => child.kill('SIGKILL'), graceMs);
  };
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`Cannot run ${command}: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? exitCodeOf(signal)));
  }).finally(() => {
    clearTimeout(killer);
    until.removeEventListener('abort', stop);
  });
  if (until.aborted) stop();
  else until.addEventListener('abort', stop);
  return { child, ended };
}

/** Runs a child to its end and returns its exit code. Throws a Failure when a stop was asked for meanwhile. */
export async function runChild(command, args, options = {}) {
  throwIfStopped();
  const code = await startChild(command, args, options).ended;
  throwIfStopped();
  return code;
}

/** Runs a child without its output; prints that output to stderr only when the child fails. */
export async function runQuietly(command, args, options = {}) {
  throwIfStopped();
  const { child, ended } = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await ended;
  throwIfStopped();
  if (code !== 0) {
    await closed;
    process.stderr.write(Buffer.concat(chunks));
  }
  return code;
}

function throwIfStopped() {
  if (stopSignal.aborted) throw new Failure('', exitCodeOf(stopSignal.reason));
}

import { expect, test } from 'vitest';
import type { RestartEvent } from '../manager.ts';
import { runProgram } from './run-program.ts';

async function run(script: string, limits: { timeoutSeconds?: number; signal?: AbortSignal } = {}) {
  const events: RestartEvent[] = [];
  const program = { file: '/bin/sh', args: ['-c', script] };
  for await (const event of runProgram(program, { timeoutSeconds: 10, ...limits })) events.push(event);
  return events;
}

test('yields the lines of both streams and then the exit code', async () => {
  const events = await run('echo out; echo err >&2; exit 3');
  expect(events).toContainEqual({ kind: 'output', stream: 'stdout', line: 'out' });
  expect(events).toContainEqual({ kind: 'output', stream: 'stderr', line: 'err' });
  expect(events.at(-1)).toEqual({ kind: 'exited', code: 3, signal: null, timedOut: false });
});

test('the program gets a minimal environment', async () => {
  process.env.RIPOSTE_TEST_SECRET = 'secret';
  const lines = (await run('env')).map((event) => (event.kind === 'output' ? event.line : ''));
  expect(lines.join('\n')).not.toContain('secret');
  expect(lines).toContain('LANG=C');
});

test('a program that takes too long is stopped with everything it started', async () => {
  const events = await run('sleep 30 & sleep 30', { timeoutSeconds: 0.2 });
  expect(events).toEqual([{ kind: 'exited', code: null, signal: 'SIGTERM', timedOut: true }]);
});

test('an abort stops the program', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  expect(await run('sleep 30', { signal: stop.signal })).toMatchObject([{ kind: 'exited', signal: 'SIGTERM' }]);
  expect(await run('sleep 30', { signal: stop.signal })).toMatchObject([{ kind: 'exited' }]);
});

test('a daemon that keeps the pipes open does not keep the restart open', async () => {
  const started = Date.now();
  const events = await run('sleep 5 & echo done');
  expect(events.at(-1)).toMatchObject({ kind: 'exited', code: 0 });
  expect(Date.now() - started).toBeLessThan(3000);
});

test('endless output is cut', async () => {
  const events = await run('head -c 5000000 /dev/zero | tr "\\0" "a" | fold -w 1000');
  expect(events.length).toBeLessThan(1200);
  expect(events.at(-2)).toMatchObject({ line: '(The rest of the output was left out.)' });
});

test('a program that cannot be started ends with a sentence and an exit', async () => {
  const events: RestartEvent[] = [];
  for await (const event of runProgram({ file: '/nowhere/control', args: [] }, { timeoutSeconds: 1 }))
    events.push(event);
  expect(events).toEqual([
    { kind: 'output', stream: 'stderr', line: 'Cannot run /nowhere/control. It does not exist.' },
    { kind: 'exited', code: null, signal: null, timedOut: false },
  ]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { typeScriptFlags } from '../../run/type-script-flags.mjs';
import type { RestartEvent } from '../manager.ts';
import { runProgram } from './run-program.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'riposte-survive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Echoes for a second like a control program, then leaves a file that proves that it came to its end. */
const echoing = (end: string) => `i=0; while [ $i -lt 10 ]; do echo "line $i"; sleep 0.1; i=$((i+1)); done; : > ${end}`;

/** A process that restarts something and is killed as soon as it saw the first line of output. */
async function killWatcher(end: string): Promise<void> {
  const module = fileURLToPath(new URL('./run-program.ts', import.meta.url));
  const program = { file: '/bin/sh', args: ['-c', echoing(end)] };
  const script = `const { runProgram } = await import(${JSON.stringify(module)});
    const limits = { timeoutSeconds: 30, survives: true };
    for await (const event of runProgram(${JSON.stringify(program)}, limits)) console.log(JSON.stringify(event));`;
  const watcher = spawn(process.execPath, [...typeScriptFlags(), '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(watcher.stdout, 'data');
  watcher.kill('SIGKILL');
  await once(watcher, 'close');
}

test('a restart goes on to its end when the process that started it is killed', async () => {
  const end = join(folder, 'end');
  await killWatcher(end);
  expect(existsSync(end)).toBe(false);
  await expect.poll(() => existsSync(end), { timeout: 10_000 }).toBe(true);
});

async function run(script: string, limits: { timeoutSeconds?: number } = {}): Promise<RestartEvent[]> {
  const events: RestartEvent[] = [];
  const program = { file: '/bin/sh', args: ['-c', script] };
  for await (const event of runProgram(program, { timeoutSeconds: 10, survives: true, ...limits })) events.push(event);
  return events;
}

test('its output comes line by line while it runs, both streams, and ends with the exit', async () => {
  const seen: string[] = [];
  const program = { file: '/bin/sh', args: ['-c', `echo one; sleep 0.5; cat ${join(folder, 'seen')}; echo err >&2`] };
  let exited: RestartEvent | null = null;
  for await (const event of runProgram(program, { timeoutSeconds: 10, survives: true })) {
    if (event.kind === 'exited') exited = event;
    else seen.push(`${event.stream} ${event.line}`);
    if (seen.length === 1) writeFileSync(join(folder, 'seen'), 'x');
  }
  expect(seen[0]).toBe('stdout one');
  expect(seen).toContain('stdout x');
  expect(seen).toContain('stderr err');
  expect(exited).toEqual({ kind: 'exited', code: 0, signal: null, timedOut: false });
});

test('endless output is cut and does not end the program', async () => {
  const events = await run(`head -c 5000000 /dev/zero | tr "\\0" "a" | fold -w 1000; : > ${join(folder, 'end')}`);
  expect(events.length).toBeLessThan(1200);
  expect(events.at(-2)).toMatchObject({ line: '(The rest of the output was left out.)' });
  expect(events.at(-1)).toMatchObject({ kind: 'exited', code: 0 });
  expect(existsSync(join(folder, 'end'))).toBe(true);
});

test('a program that takes too long is stopped', async () => {
  expect(await run('sleep 30', { timeoutSeconds: 0.2 })).toEqual([
    { kind: 'exited', code: null, signal: 'SIGTERM', timedOut: true },
  ]);
});

test('without a folder for temporary files the program runs all the same', async () => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(folder, 'nowhere');
  try {
    const events = await run(`echo lost; echo here > ${join(folder, 'end')}`);
    expect(events[0]).toMatchObject({ kind: 'output', line: expect.stringContaining('cannot keep the output') });
    expect(events.at(-1)).toMatchObject({ kind: 'exited', code: 0 });
    expect(await readFile(join(folder, 'end'), 'utf8')).toBe('here\n');
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

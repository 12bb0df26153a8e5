import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startChild } from './run-child.mjs';

const startNode = (code: string, options: object) =>
  startChild(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'], ...options });

test('the exit code is the child’s', async () => {
  expect(await startNode('process.exit(7)', {}).ended).toBe(7);
});

test('a stop request reaches the child as the same signal', async () => {
  const stop = new AbortController();
  const code = "process.on('SIGINT', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up')";
  const { child, ended } = startNode(code, { until: stop.signal });
  await once(child.stdout, 'data');
  stop.abort('SIGINT');
  expect(await ended).toBe(9);
});

test('a child that does not stop is killed after the grace time', async () => {
  const stop = new AbortController();
  const code = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
  const { child, ended } = startNode(code, { until: stop.signal, graceMs: 50 });
  await once(child.stdout, 'data');
  stop.abort('SIGTERM');
  expect(await ended).toBe(137);
});

test('a program that does not exist is a plain failure', async () => {
  await expect(startChild('/nowhere/program', []).ended).rejects.toThrow('Cannot run /nowhere/program');
});

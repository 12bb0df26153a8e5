import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadProcessState } from './process-state.ts';

it.skipIf(!existsSync('/proc/uptime'))('a start is told to a few hundredths of a second', async () => {
  const before = Date.now();
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const after = Date.now();
  try {
    const { alive, startedAt } = await loadProcessState(child.pid ?? 0);
    expect(alive).toBe(true);
    expect(startedAt).toBeGreaterThan(before - 60);
    expect(startedAt).toBeLessThan(after + 60);
  } finally {
    child.kill();
  }
});

it('a process that is not there is not alive', async () => {
  expect(await loadProcessState(2 ** 22 + 7)).toEqual({ alive: false, startedAt: null });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from './project-dir.mjs';
import { isBanner } from './serve.mjs';

test('an unknown task lists the tasks on stderr and fails', () => {
  const script = join(projectDir, 'lib/run/run.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'nonsense'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Usage: npm run <task>, one of start, dev, test, .*complete-lock\n$/);
});

test.each([
  ['▲ Next.js 16.4.6', true],
  ['- Local:         http://127.0.0.1:3000', true],
  ['✓ Ready in 258ms', true],
  ['', true],
  ['Error: something broke', false],
  ['history: recovered one unfinished change', false],
])('of Next’s output %j is greeting: %s', (line, is) => {
  expect(isBanner(line)).toBe(is);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, findOnPath } from './find-browser.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'find-browser-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('RIPOSTE_CHROMIUM wins over everything', () => {
  expect(findBrowser({ RIPOSTE_CHROMIUM: '/opt/my-chromium', PATH: dir })).toBe('/opt/my-chromium');
});

test('the first name that can be run is found, a plain file is not', () => {
  writeFileSync(join(dir, 'chromium'), '', { mode: 0o644 });
  writeFileSync(join(dir, 'google-chrome'), '', { mode: 0o755 });
  expect(findOnPath(['chromium', 'google-chrome'], `/nowhere:${dir}`)).toBe(join(dir, 'google-chrome'));
});

test('nothing on PATH is undefined', () => {
  expect(findOnPath(['chromium'], dir)).toBeUndefined();
});

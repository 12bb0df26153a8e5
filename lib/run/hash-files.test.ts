import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOutsideBuild } from './ensure-build.mjs';
import { hashFiles } from './hash-files.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hash-files-'));
  mkdirSync(join(root, 'app/deep'), { recursive: true });
  writeFileSync(join(root, 'app/deep/page.tsx'), 'one');
  writeFileSync(join(root, 'proxy.ts'), 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

const sum = () => hashFiles(root, ['app', 'proxy.ts', 'absent.ts'], isOutsideBuild);

test('a changed, added, renamed or removed file changes the sum', () => {
  const sums = [sum()];
  writeFileSync(join(root, 'app/deep/page.tsx'), 'changed');
  sums.push(sum());
  writeFileSync(join(root, 'app/new.tsx'), '');
  sums.push(sum());
  rmSync(join(root, 'app/new.tsx'));
  writeFileSync(join(root, 'app/renamed.tsx'), '');
  sums.push(sum());
  rmSync(join(root, 'app/deep'), { recursive: true });
  sums.push(sum());
  expect(new Set(sums).size).toBe(5);
});

test('a touched file and a changed test do not change the sum', () => {
  const before = sum();
  utimesSync(join(root, 'proxy.ts'), 1, 1);
  writeFileSync(join(root, 'app/deep/page.test.tsx'), 'test');
  expect(sum()).toBe(before);
});

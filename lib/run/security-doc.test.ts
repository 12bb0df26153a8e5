import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}SECURITY.md`, 'utf8');

it('every file that the threat model names is there', () => {
  const named = [...text.matchAll(/`((?:app|docs|e2e|lib)\/[\w/.-]+)`/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(root + path))).toEqual([]);
});

it('every threat names the test that holds it', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Who|-)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => !/`[\w/.-]+(\.test\.ts|\.spec\.ts|page-problems\.ts)`[^|]*\|$/.test(row))).toEqual([]);
});

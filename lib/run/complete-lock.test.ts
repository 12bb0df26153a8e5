import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeLock, missingEntries, readPlatform } from './complete-lock.mjs';
import { projectDir } from './project-dir.mjs';

const lockText = readFileSync(join(projectDir, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText);

test('every optional dependency named in the lock has an entry', () => {
  expect(missingEntries(lock.packages)).toEqual([]);
});

test('no entry names a registry', () => {
  expect(lockText).not.toContain('"resolved"');
  expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test('the lock was written for the package.json beside it', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  expect(lock.packages[''].dependencies).toEqual(dependencies);
  expect(lock.packages[''].devDependencies).toEqual(devDependencies);
});

test('completing a complete lock changes nothing', () => {
  expect(`${JSON.stringify(completeLock(lock), null, 2)}\n`).toBe(lockText);
});

test('a missing platform package is added without integrity, marked as its parent is', () => {
  const before = {
    lockfileVersion: 3,
    packages: {
      '': { name: 'it' },
      'node_modules/tool': {
        version: '1.2.3',
        resolved: 'somewhere',
        integrity: 'sha512-x',
        dev: true,
        optionalDependencies: { '@tool/cli-linux-x64-musl': '1.2.3' },
      },
    },
  };
  expect(completeLock(before).packages).toEqual({
    '': { name: 'it' },
    'node_modules/@tool/cli-linux-x64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
    'node_modules/tool': {
      version: '1.2.3',
      integrity: 'sha512-x',
      dev: true,
      optionalDependencies: { '@tool/cli-linux-x64-musl': '1.2.3' },
    },
  });
});

test('a nested entry counts for its parent', () => {
  const packages = {
    'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } },
    'node_modules/a/node_modules/a-linux-x64': { version: '1.0.0' },
  };
  expect(missingEntries(packages)).toEqual([]);
});

test.each([
  ['@next/swc-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@rolldown/binding-openharmony-arm64', { os: ['openharmony'], cpu: ['arm64'] }],
  ['lodash', undefined],
])('the platform of %s is read off its name', (name, platform) => {
  expect(readPlatform(name)).toEqual(platform);
});

/* Every server action, route and page of the source has a row in the table of who may do what, and no row is without one. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isDataPath } from '@/lib/auth/response-headers';
import { ACTIONS, PAGES, ROUTES } from '../e2e/access-table';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => join(folder, at)),
  )
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the address of a file's folder is: groups like (console) are not part of it. */
const addressOf = (path: string) =>
  `/${dirname(path)
    .split('/')
    .slice(1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;

const called = (name: string) =>
  files.filter((path) => path.startsWith('app/') && path.endsWith(`/${name}`)).map(addressOf);
const sorted = (names: Iterable<string>) => [...names].sort();
const USE_SERVER = /^\s*['"]use server['"]/m;
const actionFiles = files.filter((path) => USE_SERVER.test(textOf(path)));

it('every server action is in the table; add a row to e2e/access-table.ts for a new one', () => {
  const actions = actionFiles.flatMap((path) =>
    [...textOf(path).matchAll(/^export async function (\w+)/gm)].map(([, name]) => `${path}#${name}`),
  );
  expect(sorted(actions)).toEqual(sorted(Object.keys(ACTIONS)));
});

it('a file of server actions exports nothing but async functions, and none hides inside another function', () => {
  for (const path of actionFiles) {
    const text = textOf(path);
    expect(text.trimStart(), path).toMatch(/^'use server';/);
    const others = [...text.matchAll(/^export (?!async function |type )(.*)$/gm)].map(([line]) => line);
    expect(others, path).toEqual([]);
  }
});

it('every action goes through a door', () => {
  for (const path of actionFiles) {
    const bodies = textOf(path)
      .split(/^export async function /m)
      .slice(1);
    for (const body of bodies) {
      // A short helper of the file may be between the action and the door.
      const helpers = [...textOf(path).matchAll(/^async function (\w+)[\s\S]*?^}/gm)].filter(([text]) =>
        DOOR.test(text),
      );
      const isThroughHelper = helpers.some(([, name]) => new RegExp(`\\b${name}\\(`).test(body));
      expect(DOOR.test(body) || isThroughHelper, `${path}: ${body.slice(0, 40)}`).toBe(true);
    }
  }
});
const DOOR = /\b(runAction|run\w+Action|currentPerson)\(/;

it('every route is in the table, answers GET only, and has the policy for data', () => {
  const routes = called('route.ts');
  expect(sorted(routes)).toEqual(sorted(Object.keys(ROUTES)));
  expect(routes.filter((path) => isDataPath(path) === (ROUTES[path]?.going ?? false))).toEqual([]);
  for (const path of files.filter((one) => one.endsWith('/route.ts'))) {
    const methods = [...textOf(path).matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(
      ([, name]) => name,
    );
    expect(methods, path).toEqual(['GET']);
  }
});

it('every page is in the table, and none has the policy for data', () => {
  const pages = called('page.tsx');
  expect(sorted(pages)).toEqual(sorted(Object.keys(PAGES)));
  expect(pages.filter((path) => isDataPath(path))).toEqual([]);
});

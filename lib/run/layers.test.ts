import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'riposte-layers-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Does lint, with the project's own rules, complain about the imports of a file at this path? */
function isRefused(path: string, text: string): boolean {
  const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(
    join(directory, 'biome.json'),
    JSON.stringify({ ...rules, $schema: undefined, vcs: undefined, root: true }),
  );
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', path], {
    cwd: directory,
    encoding: 'utf8',
  });
  expect(stderr + stdout).toContain('"summary"');
  return stdout.includes('noRestrictedImports');
}

it.each([
  ['lib/ossec/model/planted.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"],
  [
    'lib/ossec/model/planted.ts',
    "import { openDatabase } from '../../state/database.ts';\nexport const a = openDatabase;\n",
  ],
  ['lib/ossec/model/planted.ts', "import { cache } from 'react';\nexport const a = cache;\n"],
  ['lib/workflow/planted.ts', "import { Button } from '../../components/ui/button';\nexport const a = Button;\n"],
  ['lib/workflow/planted.ts', "import { cookies } from 'next/headers';\nexport const a = cookies;\n"],
  ['components/ui/planted.tsx', "import { loadPage } from '@/app/load-page';\nexport const a = loadPage;\n"],
  [
    'components/ui/planted.tsx',
    "import { addToDraft } from '@/lib/workflow/change-draft';\nexport const a = addToDraft;\n",
  ],
  ['components/ui/planted.tsx', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"],
])('an import against the layers is refused in %s: %s', (path, text) => {
  expect(isRefused(path, text)).toBe(true);
});

it.each([
  ['lib/workflow/planted.ts', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n"],
  ['components/ui/planted.tsx', "import { parseConfig } from '@/lib/ossec/index';\nexport const a = parseConfig;\n"],
])('an import along the layers passes in %s', (path, text) => {
  expect(isRefused(path, text)).toBe(false);
});

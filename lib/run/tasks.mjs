// Owns the table of tasks: each takes the arguments after its name and returns an exit code. What a task does stands in
// its own file; here are only the short ones.
import { join } from 'node:path';
import { auditDependencies } from './audit-dependencies.mjs';
import { completeLockFile } from './complete-lock.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuild, forceBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { nextEnv, nextScript } from './next-command.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild } from './run-child.mjs';
import { runE2e, runTests, runUnit } from './run-tests.mjs';
import { dev, start } from './serve.mjs';
import { typeScriptFlags } from './type-script-flags.mjs';

const inModules = (...path) => join(projectDir, 'node_modules', ...path);
const node = (args, options) => runChild(process.execPath, args, options);
const biome = (...args) => node([inModules('@biomejs', 'biome', 'bin', 'biome'), ...args]);

export const tasks = {
  start,
  dev,
  test: runTests,
  unit: runUnit,
  e2e: runE2e,
  build: withModules(async () => {
    await forceBuild();
    return 0;
  }),
  lint: withModules(() => biome('check', '.')),
  format: withModules(() => biome('check', '--write', '.')),
  types: withModules(checkTypes),
  check: withModules(checkAll),
  riposte: withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'cli', 'main.ts'), ...args], { cwd: process.cwd() }),
  ),
  'bench:core': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'bench-core.ts'), ...args]),
  ),
  'fuzz:core': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'fuzz-core.ts'), ...args]),
  ),
  'test:faults': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'faults', 'test-faults.ts'), ...args]),
  ),
  'test:soak': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'test-soak.ts'), ...args]),
  ),
  'bench:alerts': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'bench-alerts.ts'), ...args]),
  ),
  'test:ingest': withModules((args) =>
    node([...typeScriptFlags(), join(projectDir, 'lib', 'run', 'test-ingest.ts'), ...args]),
  ),
  'bench:pages': withBrowser((args) => node([join(projectDir, 'lib', 'run', 'bench-pages.mjs'), ...args])),
  screenshots: withBrowser((args) => node([...typeScriptFlags(), join(projectDir, 'e2e', 'screenshots.ts'), ...args])),
  'complete-lock': async () => {
    completeLockFile();
    return 0;
  },
};

/** Next writes the route types first; a bare clone has none. */
async function checkTypes() {
  const generated = await node([nextScript, 'typegen'], { env: nextEnv(), stdio: ['ignore', 'ignore', 'inherit'] });
  return generated || node([inModules('typescript', 'bin', 'tsc'), '--noEmit']);
}

/** Stops at the first step that fails: what comes later would only repeat it. */
async function checkAll() {
  const build = () => ensureBuild().then(() => 0);
  const steps = [() => biome('check', '.'), checkTypes, () => runUnit([]), build, auditDependencies];
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

function withModules(task) {
  return async (args) => {
    await ensureModules();
    return task(args);
  };
}

function withBrowser(task) {
  return withModules(async (args) => {
    await ensureBuild();
    await ensureBrowser();
    return task(args);
  });
}

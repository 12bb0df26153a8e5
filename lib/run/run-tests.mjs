// Owns running the two kinds of tests, unit (Vitest) and end to end (Playwright on the production build), and the one
// closing line of `npm test`.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { Failure } from './failure.mjs';
import { nextEnv } from './next-command.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';
import { stopSignal } from './stop-signal.mjs';
import { addTotals, CRASH, describeTotals, readPlaywrightTotals, readVitestTotals } from './test-totals.mjs';

const vitestScript = join(projectDir, 'node_modules', 'vitest', 'vitest.mjs');
const playwrightScript = join(projectDir, 'node_modules', '@playwright', 'test', 'cli.js');
const unitReport = join(projectDir, 'test-results', 'unit.json');
const e2eReport = join(projectDir, 'test-results', 'e2e.json');
/** Tests start thousands of processes from the same few files: each is compiled once. */
const compiled = { NODE_COMPILE_CACHE: join(projectDir, 'node_modules', '.cache', 'compiled') };

/** Runs both kinds, also when the first fails, and prints `N passed, N failed` as its last line. */
export async function runTests() {
  const sum = await countOrCrash(countAll);
  process.stdout.write(`\n${describeTotals(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
}

/** `npm run unit [-- args]`. */
export async function runUnit(args) {
  await ensureModules();
  return runVitest(args);
}

/** `npm run e2e [-- args]`. */
export async function runE2e(args) {
  await ensureE2e();
  return runPlaywright(args);
}

async function countAll() {
  await ensureModules();
  return addTotals([await countOrCrash(countUnit), await countOrCrash(countE2e)]);
}

async function countUnit() {
  rmSync(unitReport, { force: true });
  const code = await runVitest(['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]);
  return readVitestTotals(readReport(unitReport), code);
}

async function countE2e() {
  rmSync(e2eReport, { force: true });
  await ensureE2e();
  const code = await runPlaywright([], { RIPOSTE_E2E_REPORT: e2eReport });
  return readPlaywrightTotals(readReport(e2eReport), code);
}

async function ensureE2e() {
  await ensureModules();
  await ensureBuild();
  await ensureBrowser();
}

function runVitest(args) {
  return runChild(process.execPath, [vitestScript, 'run', ...args], {
    env: { ...nextEnv(), ...compiled },
    stdio: STDIO,
  });
}

function runPlaywright(args, env = {}) {
  const command = [playwrightScript, 'test', ...args];
  // Only SIGINT makes Playwright take its fixtures, and so their servers, down; that may take a moment.
  const stop = { stopWith: 'SIGINT', graceMs: 15_000 };
  return runChild(process.execPath, command, { env: { ...nextEnv(), ...compiled, ...env }, stdio: STDIO, ...stop });
}

const STDIO = ['ignore', 'inherit', 'inherit'];

async function countOrCrash(count) {
  try {
    return await count();
  } catch (error) {
    if (stopSignal.aborted) throw error;
    say(error instanceof Failure ? error.message : error.stack);
    return CRASH;
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

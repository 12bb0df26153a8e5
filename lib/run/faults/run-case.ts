/*
 * One case from a fresh manager to the verdict: the first life with its fault, the next lives of Riposte that find what it
 * left, and the look at the promise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { saveContent } from '../../history/contents.ts';
import { toBytes } from '../../ossec/byte-text.ts';
import type { Change } from '../../ossec/edit/change.ts';
import { applyEdits, parseConfig, planChanges } from '../../ossec/index.ts';
import { prepareSandbox, stopSandbox } from '../../sandbox/prepare-sandbox.ts';
import { openDatabaseAt } from '../../state/database.ts';
import { loadAlarm } from '../../workflow/apply/running-apply.ts';
import { saveDraft } from '../../workflow/draft.ts';
import { typeScriptFlags } from '../type-script-flags.mjs';
import { checkCase } from './check-case.ts';
import type { Errand, Fault, FaultCase } from './fault-case.ts';

const process_ = fileURLToPath(new URL('./fault-process.ts', import.meta.url));
/** No life of Riposte takes longer than this, with every wait of it shortened as below. */
const LIFE_MS = 60_000;

const SHORT_WAITS = {
  RIPOSTE_WATCH_SECONDS: '0.2',
  RIPOSTE_UP_SECONDS: '1.5',
  RIPOSTE_DOWN_SECONDS: '0.6',
  RIPOSTE_RESTART_SECONDS: '6',
  RIPOSTE_RETRY_SECONDS: '0.2',
};

/** Long enough to see a daemon die that dies by itself. */
const waitsOf = ({ story }: Errand) =>
  story.manager === 'dies' ? { ...SHORT_WAITS, RIPOSTE_WATCH_SECONDS: '1.2' } : SHORT_WAITS;

const change: Change = { op: 'edit-response', index: 0, set: { level: 9, timeout: 1234 } };

export type CaseResult = {
  id: string;
  /** What is broken; empty when it survived. */
  broken: string[];
  /** What the process of a recording printed. */
  output: string;
};

const NEVER = 'the fault of this case never happened';
const TRIES = 3;

/** Runs one case. No two runs poll alike: one in which the fault did not come to pass is run again. */
export async function runCase(one: FaultCase): Promise<CaseResult> {
  for (let tries = 1; ; tries++) {
    const result = await runOnce(one);
    if (tries >= TRIES || !result.broken.includes(NEVER)) return result;
  }
}

/** In directories of its own, which it removes. */
async function runOnce({ id, story, fault }: FaultCase): Promise<CaseResult> {
  const root = mkdtempSync(join(tmpdir(), 'riposte-fault-'));
  const managerDir = join(root, 'manager');
  const stateDir = join(root, 'state');
  try {
    const { before, after } = await setUp(managerDir, stateDir);
    const errand: Errand = { managerDir, stateDir, work: 'apply', story, fault };
    const { output, hasFired } = await liveOn(errand);
    const database = openDatabaseAt(join(stateDir, 'riposte.db'));
    try {
      const broken = await checkCase({ managerDir, database, before, after, change });
      return { id, output, broken: hasFired ? broken : [...broken, NEVER] };
    } finally {
      database.close();
    }
  } catch (thrown) {
    return { id, output: '', broken: [`the case itself failed: ${String(thrown)}`] };
  } finally {
    await stopSandbox(managerDir).catch(() => {});
    rmSync(root, { recursive: true, force: true });
  }
}

/** A running manager, and a state directory with a draft for it. */
async function setUp(managerDir: string, stateDir: string): Promise<{ before: Uint8Array; after: Uint8Array }> {
  const prepared = await prepareSandbox(managerDir, { fast: true });
  if (!prepared.ok) throw new Error(prepared.failure.message);
  const before = new Uint8Array(readFileSync(join(managerDir, 'etc/ossec.conf')));
  const config = parseConfig(before);
  const plan = planChanges(config, [change]);
  if (!plan.ok) throw new Error('the change of the suite does not plan');
  mkdirSync(stateDir, { mode: 0o700 });
  const database = openDatabaseAt(join(stateDir, 'riposte.db'));
  const baseSha256 = saveContent(database, before);
  const changes = [{ id: 'one', change, madeAt: 1 }];
  saveDraft(database, { person: 'ada', baseSha256, changes, savedAt: 1 });
  database.close();
  return { before, after: toBytes(applyEdits(config.tree.text, plan.edits)) };
}

/** All lives of Riposte in this case, and whether its fault came to pass in each life that it was for. */
async function liveOn(errand: Errand): Promise<{ output: string; hasFired: boolean }> {
  const first = live(errand);
  const { fault } = errand;
  const second = fault.kind === 'two-at-once' ? await live(errand) : null;
  if (fault.kind === 'kill-with-second') {
    await sleep(300);
    await untilDone(errand);
  }
  const one = await first;
  const two = (await untilDone(errand)) ?? second;
  return { output: one.output, hasFired: cameToPass(fault, one, two) };
}

function cameToPass({ kind }: Fault, first: Life, second: Life | null): boolean {
  switch (kind) {
    case 'kill':
    case 'kill-with-second':
      return first.wasKilled;
    case 'kill-twice':
      return first.wasKilled && second?.wasKilled === true;
    case 'errno':
    case 'database-full':
    case 'clock':
      return first.output.includes('fired');
    default:
      return true;
  }
}

/** Starts of Riposte until one finds nothing more to do: a fault may end one of them, too. Answers the first of them. */
async function untilDone(errand: Errand): Promise<Life> {
  const later: Errand = { ...errand, work: 'go-on', story: { ...errand.story, manager: 'well' } };
  const next = await live(later);
  await live({ ...later, fault: { kind: 'none' } });
  const database = openDatabaseAt(join(errand.stateDir, 'riposte.db'));
  const alarm = loadAlarm(database);
  database.close();
  // Somebody heals the manager and presses Try again.
  if (alarm) await live({ ...later, work: 'retry', fault: { kind: 'none' } });
  return next;
}

type Life = { output: string; wasKilled: boolean };

/** One life, from its start to its end; answers what it printed. */
async function live(errand: Errand): Promise<Life> {
  const args = [...typeScriptFlags(), process_, JSON.stringify(errand)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...waitsOf(errand) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', process.env.RIPOSTE_FAULTS_LOUD ? 'inherit' : 'ignore'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIFE_MS);
  await once(child, 'close');
  clearTimeout(timer);
  return { output, wasKilled: child.signalCode === 'SIGKILL' };
}

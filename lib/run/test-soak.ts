/*
 * `npm run test:soak [-- --applies N]`: so many applies in a row, each another change, over a fast sandbox. At the end there may
 * be no temporary file, no open handle more than at the start, and the audit chain, the revisions and the file have to be
 * what the applies made them. Ends with "soak: N of N applies" or with what is wrong.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { verifyAudit } from '../audit/verify-audit.ts';
import { sha256Of } from '../history/contents.ts';
import { createLocalManager } from '../manager/local/local-manager.ts';
import type { Manager } from '../manager/manager.ts';
import { parseConfig } from '../ossec/index.ts';
import { prepareSandbox, stopSandbox } from '../sandbox/prepare-sandbox.ts';
import { type Database, openDatabaseAt } from '../state/database.ts';
import { tryApplyLock } from '../workflow/apply/apply-lock.ts';
import { loadApply } from '../workflow/apply/apply-record.ts';
import { plannedFile, startApply } from '../workflow/apply/start-apply.ts';
import { addToDraft } from '../workflow/change-draft.ts';
import { describeDraft } from '../workflow/describe-draft.ts';
import { refreshDraft, type Workspace } from '../workflow/workspace.ts';

const { values } = parseArgs({ options: { applies: { type: 'string', default: '1000' } } });
const wanted = Number(values.applies);
const root = mkdtempSync(join(tmpdir(), 'riposte-soak-'));
const managerDir = join(root, 'manager');
const temporaryDir = join(root, 'tmp');
mkdirSync(temporaryDir);
// What is left behind in it was left by these applies.
process.env.TMPDIR = temporaryDir;
process.env.RIPOSTE_WATCH_SECONDS = '0';

const openHandles = (): number => readdirSync('/proc/self/fd').length;

async function load(manager: Manager, database: Database): Promise<Workspace> {
  const loaded = await manager.loadConfig();
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const file = loaded.value;
  const common = { person: 'ada', database, manager, identity: await manager.identify() };
  const config = parseConfig(file.bytes);
  return refreshDraft({ ...common, file, config, failure: null, draft: null, base: null, restored: null });
}

/** One apply with a restart; answers the sha256 that it planned. */
async function applyOnce(manager: Manager, database: Database, round: number): Promise<string> {
  const set = { level: 3 + (round % 13), timeout: 60 + round };
  addToDraft(await load(manager, database), [{ op: 'edit-response', index: round % 3, set }]);
  const workspace = await load(manager, database);
  const planned = workspace.config && plannedFile(workspace.config, workspace);
  if (!planned || !workspace.file) throw new Error('nothing planned');
  const shas = { baseSha256: workspace.file.sha256, newSha256: planned.sha256 };
  const reviewed = { ...shas, restart: true, note: `round ${round}`, confirmSeconds: 0 };
  const started = await startApply(workspace, reviewed, describeDraft(workspace));
  if (started.status !== 'started') throw new Error(`round ${round}: ${JSON.stringify(started)}`);
  for (let record = loadApply(database, started.id); record?.state !== 'finished'; ) {
    await sleep(5);
    record = loadApply(database, started.id);
  }
  const outcome = loadApply(database, started.id)?.outcome;
  if (outcome?.result !== 'running') throw new Error(`round ${round} ended ${JSON.stringify(outcome)}`);
  for (let lock = tryApplyLock(database); ; lock = tryApplyLock(database)) {
    if (lock) return lock.release() ?? planned.sha256;
    await sleep(2);
  }
}

function problems(database: Database, planned: string, handlesAtFirst: number): string[] {
  const found: string[] = [];
  const expect = (isTrue: boolean, words: string) => void (isTrue || found.push(words));
  const left = readdirSync(join(managerDir, 'etc')).filter((name) => /riposte-[0-9a-f]|\.tmp|~$/.test(name));
  expect(left.length === 0, `temporary files: ${left.join(', ')}`);
  const temporary = readdirSync(temporaryDir);
  expect(temporary.length === 0, `temporary files elsewhere: ${temporary.join(', ')}`);
  expect(openHandles() <= handlesAtFirst, `open handles: ${openHandles()}, at first ${handlesAtFirst}`);
  expect(sha256Of(readFileSync(join(managerDir, 'etc/ossec.conf'))) === planned, 'the file is not the last plan');
  expect(verifyAudit(database).ok, 'the audit chain does not verify');
  const { count } = database.prepare('SELECT COUNT(*) AS count FROM revisions').get() as { count: number };
  expect(count === wanted, `${count} revisions for ${wanted} applies`);
  return found;
}

async function soak(): Promise<string[]> {
  const prepared = await prepareSandbox(managerDir, { fast: true });
  if (!prepared.ok) throw new Error(prepared.failure.message);
  mkdirSync(join(root, 'state'), { mode: 0o700 });
  const database = openDatabaseAt(join(root, 'state', 'riposte.db'));
  const manager = createLocalManager({ directory: managerDir, sandbox: true });
  let planned = '';
  let handlesAtFirst = 0;
  const startedAt = performance.now();
  for (let round = 1; round <= wanted; round++) {
    planned = await applyOnce(manager, database, round);
    // The first rounds open what stays open: the database's own files.
    if (round === Math.min(10, wanted)) handlesAtFirst = openHandles();
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    if (round % 50 === 0) console.log(`${round} applies in ${seconds} s, ${openHandles()} handles`);
  }
  await sleep(1000);
  const found = problems(database, planned, handlesAtFirst);
  database.close();
  return found;
}

try {
  const found = await soak();
  for (const words of found) console.log(words);
  console.log(`soak: ${found.length === 0 ? wanted : 0} of ${wanted} applies`);
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await stopSandbox(managerDir);
  rmSync(root, { recursive: true, force: true });
}

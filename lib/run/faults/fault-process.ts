/*
 * One life of Riposte in a case of the fault suite, as a process of its own: the real workflow over the real adapter and the
 * real database, with the fault of the case put in. Prints the points it passed when it is asked to record.
 */
import { linkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { realFileSystem } from '../../manager/local/file-system.ts';
import { createLocalManager } from '../../manager/local/local-manager.ts';
import type { Manager } from '../../manager/manager.ts';
import { parseConfig } from '../../ossec/index.ts';
import { prepareSandbox } from '../../sandbox/prepare-sandbox.ts';
import { type Database, openDatabaseAt } from '../../state/database.ts';
import { look } from '../../workflow/apply/apply-supervisor.ts';
import { retryRevert } from '../../workflow/apply/retry-revert.ts';
import { decide, loadAlarm, loadRunningApply, runningApply } from '../../workflow/apply/running-apply.ts';
import { plannedFile, startApply } from '../../workflow/apply/start-apply.ts';
import { describeDraft } from '../../workflow/describe-draft.ts';
import { refreshDraft, type Workspace } from '../../workflow/workspace.ts';
import type { Errand, ManagerFault } from './fault-case.ts';
import { diskWithPoints, isEarly, numberPoints, watchDatabase, withPoints } from './fault-points.ts';
import { makeTrouble } from './make-trouble.ts';

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand;
const points: string[] = [];
const note = (point: string) => void (isEarly(point) && points.push(point));
// Said at once: the fault may end this process before it can say anything more.
const pass = numberPoints(makeTrouble(errand, note, () => void writeSync(1, 'fired\n')));

const plain = createLocalManager({
  directory: errand.managerDir,
  sandbox: true,
  restartTimeoutSeconds: 4,
  fs: diskWithPoints(realFileSystem, pass),
});
const manager = withTrouble(withPoints(plain, pass));
const database = openDatabaseAt(join(errand.stateDir, 'riposte.db'));
watchDatabase(database, pass);

/** What is wrong with the manager, once or always. */
function withTrouble(inner: Manager): Manager {
  let restarts = 0;
  const { manager: wrong } = errand.story;
  const isWrong = () => errand.work === 'apply' && (restarts === 1 || errand.fault.kind === 'manager-stays-wrong');
  return {
    ...inner,
    ...(errand.fault.kind === 'no-log' && { followLog: () => fail('EACCES'), logEnd: () => fail('EACCES') }),
    async *restart(signal) {
      restarts++;
      await prepareSandbox(errand.managerDir, { ...settingsOf(isWrong() ? wrong : 'well'), start: false });
      if (isWrong() && wrong === 'exit-1') yield { kind: 'exited', code: 1, signal: null, timedOut: false };
      else yield* inner.restart(signal);
    },
  };
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

function settingsOf(fault: ManagerFault) {
  return {
    refuseStart: fault === 'refuses',
    hangSeconds: fault === 'hangs' ? 30 : 0,
    dieAfterSeconds: fault === 'dies' ? 0.6 : 0,
    withoutAnalysisd: fault === 'no-analysisd',
  };
}

async function loadWorkspace(database: Database): Promise<Workspace> {
  const loaded = await plain.loadConfig();
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const file = loaded.value;
  const config = parseConfig(file.bytes);
  const common = { person: 'ada', database, manager, identity: await manager.identify() };
  return refreshDraft({ ...common, file, config, failure: null, draft: null, base: null, restored: null });
}

async function apply(): Promise<void> {
  const { story } = errand;
  const workspace = await loadWorkspace(database);
  const { file, config } = workspace;
  if (!file || !config) throw new Error('no file');
  const confirmSeconds = { unasked: 0, nobody: 1 }[story.answer as string] ?? 30;
  const reviewed = {
    baseSha256: file.sha256,
    newSha256: plannedFile(config, workspace)?.sha256 ?? '',
    restart: story.restart,
    note: errand.fault.kind,
    confirmSeconds,
  };
  const started = await startApply(workspace, reviewed, describeDraft(workspace));
  if (started.status !== 'started') process.stdout.write(`${JSON.stringify({ started: started.status })}\n`);
}

/** The person at the browser: presses what the story says as soon as it is there to press. */
let hasAnswered = false;

async function answer(): Promise<void> {
  const said = errand.story.answer;
  if (hasAnswered || (said !== 'keep' && said !== 'revert')) return;
  const running = loadRunningApply(database);
  // Somebody who looks for a moment: what dies by itself has died by then.
  const looked = errand.story.manager === 'dies' ? 3000 : 0;
  const waited = running?.remainingMs == null ? 0 : running.confirmSeconds * 1000 - running.remainingMs;
  if (running?.phase === 'confirming' && waited >= looked) hasAnswered = decide(database, running.id, said, 'ada');
}

async function untilItEnds(): Promise<void> {
  for (;;) {
    try {
      if (runningApply(database) === null) return;
      await answer();
    } catch {
      // A database that takes nothing just now.
    }
    await sleep(20);
  }
}

async function run(): Promise<void> {
  if (errand.work === 'apply') {
    if (errand.story.inPlace)
      linkSync(join(errand.managerDir, 'etc/ossec.conf'), join(errand.managerDir, 'etc/second-name'));
    await apply();
    return untilItEnds();
  }
  if (errand.work === 'retry') {
    const alarm = loadAlarm(database);
    if (alarm) await retryRevert(await loadWorkspace(database), alarm.applyId);
    await untilItEnds();
    return look({ manager, database });
  }
  const done = look({ manager, database });
  await Promise.race([done, untilItEnds().then(() => done)]);
}

await run();
if (errand.fault.kind === 'record') process.stdout.write(`${JSON.stringify({ points })}\n`);
// What still waits, like a follower of the log, is of no more use.
await sleep(20);
process.exit(0);

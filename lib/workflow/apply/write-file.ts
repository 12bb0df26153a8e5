/*
 * The part of an apply that comes before the restart: keep a copy, ask Wazuh itself about the new file in a private copy of
 * its tree, write it. Whatever fails here leaves the file as it was.
 */
import { basename } from 'node:path';
import { addRevision } from '../../history/revisions.ts';
import type { ManagerFailure } from '../../manager/manager.ts';
import { checkConfig } from '../../ossec/index.ts';
import { inTransaction } from '../../state/database.ts';
import { settleDraft } from '../applied-draft.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';
import { StepFailed } from './step-failed.ts';

/** Runs the steps backup, check and write. */
export async function writeFile(job: ApplyJob): Promise<void> {
  await keepCopy(job);
  await askWazuh(job);
  await write(job);
}

const notWritten = (message: string, hint: string, lines: string[] = []) =>
  new StepFailed({ result: 'not-written', message, hint, lines, managerUp: null });

const overtaken = () =>
  notWritten(
    'ossec.conf changed while you were reviewing it. It was not written.',
    'Your draft is kept. Review shows what the other party changed.',
  );

/** The bytes were kept when the apply was started; here they are seen to be those on disk. */
async function keepCopy({ manager, record, steps }: ApplyJob): Promise<void> {
  steps.start('backup');
  const before = await manager.loadConfig();
  if (!before.ok) throw notWritten(before.failure.message, before.failure.hint);
  if (before.value.sha256 !== record.baseSha256) throw overtaken();
  steps.finish('Kept by Riposte and can be put back');
  steps.say('Kept a copy of the file as it was');
}

async function askWazuh(job: ApplyJob): Promise<void> {
  const { manager, record, steps } = job;
  const bytes = bytesOf(job, record.newSha256);
  steps.start('check', 'Checking the file in a private copy');
  if (!checkConfig(bytes).accepted) {
    throw notWritten(
      'Wazuh would refuse this file. It was not written.',
      'Go back to Review: the finding marked Blocker says why.',
    );
  }
  const check = await manager.runOwnCheck(bytes);
  if (check.kind === 'refused') {
    for (const line of check.lines) steps.say(line);
    throw notWritten('Wazuh itself refuses this file. It was not written.', 'Its own words are below.', check.lines);
  }
  if (check.kind === 'not-run') steps.skip(check.why);
  else steps.finish(`${basename(check.program)} accepts the file`);
}

async function write(job: ApplyJob): Promise<void> {
  const { manager, record, steps } = job;
  const bytes = bytesOf(job, record.newSha256);
  steps.start('write');
  const saved = await manager.saveConfig({ bytes, expectedSha256: record.baseSha256 });
  if (!saved.ok) throw saved.conflict ? overtaken() : await notSaved(job, saved.failure);
  steps.goOnWhateverHappens();
  const mode = `0${(saved.mode & 0o7777).toString(8)}`;
  const { configPath } = await manager.identify();
  steps.say(`Wrote ${configPath} (${saved.owner}, ${mode})`);
  const how = saved.inPlace ? 'Written in place to keep the owner' : 'Same owner and mode';
  recordWritten(job, `${how}: ${saved.owner}, ${mode}`);
}

/** The end of the step, the new revision and the draft without what is now in the file: all or none. */
export function recordWritten(job: ApplyJob, text: string): void {
  job.steps.tell(() => noteWritten(job));
  job.steps.finish(text);
}

/** The new revision, and the draft without what is now in the file; once. */
export function noteWritten({ database, record, id }: ApplyJob): void {
  const { newSha256: sha256, baseSha256: parentSha256, person, note, sentences } = record;
  inTransaction(database, () => {
    if (database.prepare('SELECT 1 FROM revisions WHERE apply_id = ?').get(id)) return;
    const about = { sha256, parentSha256, person, note, sentences, applyId: id, at: Date.now() };
    addRevision(database, { ...about, source: 'riposte' });
    settleDraft(database, record);
  });
}

/** Failing half-way through a file that can't be replaced may leave neither the old nor the new one. */
async function notSaved({ manager, record }: ApplyJob, { message, hint }: ManagerFailure): Promise<StepFailed> {
  const now = await manager.loadConfig();
  if (now.ok && now.value.sha256 === record.baseSha256) return notWritten(message, hint);
  return new StepFailed({ result: 'failed', message, hint, lines: [], managerUp: null });
}

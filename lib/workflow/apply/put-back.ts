/*
 * The step put-back: the version that ran before, on the disk again. Writes only over what this apply itself has written, and
 * only over what it has just looked at.
 */
import type { ManagerFailure } from '../../manager/manager.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';
import { lookAtDisk } from './look-at-disk.ts';
import { pause } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';
import { retryMs } from './undo-apply.ts';

const TRIES = 3;

/** Brings the version `target`. Throws StepFailed: `superseded` when somebody else's file is in the place, `failed` when it can't be written. */
export async function putBack(job: ApplyJob, target: string): Promise<void> {
  const { steps } = job;
  // A write of this apply that did not come to its end, or a putting back that a former process did not bring to one.
  let mayBeTorn = ['running', 'failed'].includes(steps.stateOf('write') ?? '') || steps.hasBegun('put-back');
  steps.start('put-back');
  let words = 'It was still there';
  for (let tries = 1; ; tries++) {
    const { disk, sha256 } = await lookAtDisk(job, mayBeTorn);
    if (sha256 === target) return steps.finish(words);
    // Another version of this apply in the place was put there by somebody's hand.
    if (disk === 'foreign' || disk === 'untouched' || disk === 'back') throw overtaken();
    words = 'Written and read back';
    mayBeTorn = true;
    const failure = await save(job, target, sha256);
    if (!failure) continue;
    if (tries >= TRIES) throw new StepFailed({ result: 'failed', ...failure, lines: [], managerUp: null });
    steps.update(`${failure.message} Trying again`);
    await pause(retryMs());
  }
}

/** Why it could not be written; null when it was, or when the file has to be looked at anew. */
async function save(
  job: ApplyJob,
  target: string,
  sha256: string | null,
): Promise<Pick<ManagerFailure, 'message' | 'hint'> | null> {
  if (sha256 === null) {
    const now = await job.manager.loadConfig();
    return now.ok ? null : now.failure;
  }
  const bytes = bytesOf(job, target);
  const saved = await job.manager.saveConfig({ bytes, expectedSha256: sha256 });
  if (saved.ok || saved.conflict) return null;
  return { message: saved.failure.message, hint: saved.failure.hint };
}

const overtaken = () =>
  new StepFailed({
    result: 'superseded',
    message: 'Somebody else changed ossec.conf after this apply wrote it.',
    hint: 'Riposte put nothing back over their file. Compare the versions in History.',
    lines: [],
    managerUp: null,
  });

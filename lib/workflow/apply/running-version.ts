/*
 * Which of the versions of an apply does the manager run? Told by ar.conf, by the start of analysisd, and by what Riposte saw
 * that start read.
 */
import { checkConfig } from '../../ossec/index.ts';
import { type ApplyJob, bytesOf } from './apply-job.ts';
import { listsExactly } from './ar-conf.ts';
import { analysisdOf, loadedBy } from './manager-starts.ts';

/** Did a restart that was not ours make the manager read the new file? */
export async function hasReadNew(job: ApplyJob): Promise<boolean> {
  const { manager, record } = job;
  const arConf = await manager.loadArConf();
  const lists = (sha256: string) => arConf !== null && listsExactly(arConf, checkConfig(bytesOf(job, sha256)).arConf);
  if (lists(record.newSha256) && !lists(record.backSha256 ?? record.baseSha256)) return true;
  // The same responses, or an ar.conf that tells nothing: the start has to.
  const startedAt = analysisdOf(await manager.loadDaemons())?.startedAt ?? 0;
  return startedAt > (job.steps.startOf('write') ?? record.startedAt);
}

/** Is the manager up and known to have run the version of the way back all the time? */
export async function stillRunsBack(job: ApplyJob): Promise<boolean> {
  const { manager, database, steps } = job;
  const back = job.record.backSha256;
  const daemons = await manager.loadDaemons();
  const analysisd = analysisdOf(daemons);
  if (back === null || !analysisd?.running || daemons.some(({ required, running }) => required && !running))
    return false;
  const arConf = await manager.loadArConf();
  let loaded: string | null = null;
  let bytes: Uint8Array | null = null;
  steps.tell(() => {
    loaded = loadedBy(database, analysisd);
    bytes = bytesOf(job, back);
  });
  return loaded === back && bytes !== null && arConf !== null && listsExactly(arConf, checkConfig(bytes).arConf);
}

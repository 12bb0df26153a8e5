/*
 * The proof that the manager has read a version: etc/shared/ar.conf, which analysisd rewrites at each start, lists what the
 * file says, no more and no less; and the responses that the running analysisd tells are the same, where it can be asked.
 */
import { checkConfig } from '../../ossec/index.ts';
import { bytesOf } from './apply-job.ts';
import { listsExactly } from './ar-conf.ts';
import { analysisdOf, recordStart } from './manager-starts.ts';
import { failure } from './restart-failure.ts';
import { countResponses, type Restart } from './restart-manager.ts';
import { describeDifference } from './running-responses.ts';

/** Comes back with words for the proof. Throws StepFailed. */
export async function seeResponsesLoaded(restart: Restart): Promise<string> {
  const { job, sha256, show } = restart;
  const { manager, database, steps } = job;
  show('Reading etc/shared/ar.conf');
  const bytes = bytesOf(job, sha256);
  const verdict = checkConfig(bytes);
  const arConf = await manager.loadArConf();
  const now = await manager.loadConfig();
  const isSame = now.ok && now.value.sha256 === sha256;
  if (arConf !== null && !listsExactly(arConf, verdict.arConf)) {
    const words = isSame
      ? 'The manager started, but ar.conf does not list the responses of this file.'
      : 'The manager started, but somebody else changed ossec.conf during the restart.';
    throw await failure(restart, words);
  }
  const running = await manager.loadRunningResponses();
  const difference = running && isSame ? describeDifference(running, verdict.responses) : null;
  if (difference !== null) throw await failure(restart, `The manager started, but ${difference}.`);
  // A file that was changed meanwhile may be the one that was read: then the times decide.
  const analysisd = analysisdOf(await manager.loadDaemons());
  if (isSame && analysisd) steps.tell(() => recordStart(database, analysisd, sha256));
  const proofs = [arConf !== null && 'in ar.conf', running !== null && 'in the running manager'].filter(Boolean);
  if (proofs.length === 0) return 'ar.conf cannot be read here: not proved';
  return `${countResponses(bytes)} ${proofs.join(' and ')}, as planned`;
}

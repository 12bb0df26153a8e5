/*
 * The manager runs the new file: somebody has to say that it is to stay. Waits for that, and watches the manager meanwhile.
 * The answer comes through the database, from any page and any process.
 */
import { addAudit } from '../../audit/audit-log.ts';
import { type Database, inTransaction } from '../../state/database.ts';
import type { Decision, Evidence, NewBlocks } from '../../view/apply.ts';
import type { ApplyJob } from './apply-job.ts';
import { loadApply } from './apply-record.ts';
import { shortName } from './daemon-lights.ts';
import { remainingMs, startDeadline } from './keep-deadline.ts';
import type { ManagerLog } from './manager-log.ts';
import { newBlocks } from './new-blocks.ts';
import { secondsFrom } from './seconds-from.ts';
import { pause } from './see-daemons-up.ts';
import { StepFailed } from './step-failed.ts';

const POLL_MS = 250;
const EVIDENCE_EVERY_MS = 3000;
const DOWN_SECONDS = 3;
/** Nobody could be asked any more: then nobody can keep it either. */
const DATABASE_GONE_MS = 15_000;

export type Answer = Decision | 'nobody' | 'unreachable';

/** Waits until somebody decides or the time is over. Throws StepFailed when the manager does not stay well. */
export async function waitForKeep(job: ApplyJob, log: ManagerLog | null): Promise<Answer> {
  const { database, id, record, steps } = job;
  if (remainingMs(database, id) === null) startDeadline(database, id, record.confirmSeconds);
  const watch = new Watch(job, log);
  let heardAt = performance.now();
  for (;;) {
    try {
      const answer = ask(database, id);
      if (answer) return answer;
      heardAt = performance.now();
    } catch (thrown) {
      steps.tell(() => {
        throw thrown;
      });
      if (performance.now() - heardAt > DATABASE_GONE_MS) return 'unreachable';
    }
    await watch.look();
    await pause(POLL_MS);
  }
}

/** What was decided. At the end of the time it is Riposte that decides, unless somebody just did. */
function ask(database: Database, id: number): Answer | null {
  const decided = decisionOf(database, id);
  if (decided !== null) return decided;
  if ((remainingMs(database, id) ?? 0) > 0) return null;
  return inTransaction(database, () => {
    const { changes } = database
      .prepare(`UPDATE applies SET decision = 'revert' WHERE id = ? AND decision IS NULL`)
      .run(id);
    if (changes === 0) return decisionOf(database, id);
    addAudit(database, { person: 'riposte', action: 'apply-not-kept', detail: { apply: id } });
    return 'nobody';
  });
}

/** A revert that nobody asked for was Riposte's own, at the end of the time: a former process may have said so. */
function decisionOf(database: Database, id: number): Answer | null {
  const { decision, decidedBy } = loadApply(database, id) ?? { decision: null, decidedBy: null };
  return decision === 'revert' && decidedBy === null ? 'nobody' : decision;
}

/** What happens to the manager while somebody makes up their mind. */
class Watch {
  private readonly job: ApplyJob;
  private readonly log: ManagerLog | null;
  private evidence: Evidence;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private downSince: number | null = null;

  constructor(job: ApplyJob, log: ManagerLog | null) {
    this.job = job;
    this.log = log;
    this.evidence = job.steps.evidence() ?? { agentsBefore: null, agentsNow: null, newErrors: 0 };
  }

  async look(): Promise<void> {
    await this.seeDaemons();
    if (performance.now() - this.lookedAt < EVIDENCE_EVERY_MS) return;
    this.lookedAt = performance.now();
    const agentsNow = await countConnected(this.job);
    const newErrors = this.log?.countOfProblems() ?? this.evidence.newErrors;
    this.evidence = { ...this.evidence, agentsNow, newErrors, newBlocks: await loadNewBlocks(this.job) };
    this.job.steps.update('Waiting for somebody to press Keep changes', { evidence: this.evidence });
  }

  /** A restart by somebody else takes daemons down for a while and brings them back: that is theirs to answer for. */
  private async seeDaemons(): Promise<void> {
    const { manager } = this.job;
    const daemons = await manager.loadDaemons();
    const down = daemons.filter(({ required, running }) => required && !running).map(({ name }) => shortName(name));
    if (down.length === 0 || (await manager.loadControlLock()) !== null) {
      this.downSince = null;
      return;
    }
    this.downSince ??= performance.now();
    const limit = secondsFrom(process.env.RIPOSTE_DOWN_SECONDS, DOWN_SECONDS) * 1000;
    if (performance.now() - this.downSince < limit) return;
    throw new StepFailed({
      result: 'failed',
      message: `${down.join(', ')} stopped after the restart.`,
      hint: 'The log of the manager says why.',
      lines: this.log?.problems() ?? [],
      managerUp: false,
    });
  }
}

/** Blocks since the restart; null when there was none, or nobody can tell. */
async function loadNewBlocks({ manager, steps }: ApplyJob): Promise<NewBlocks | null> {
  const restartedAt = steps.startOf('restart');
  return restartedAt === null ? null : newBlocks(await manager.loadPendingBlocks(), restartedAt);
}

/** Connected agents; null when they can't be counted. */
export async function countConnected({ manager }: Pick<ApplyJob, 'manager'>): Promise<number | null> {
  const { agents, note } = await manager.loadAgents();
  return note === null ? agents.filter(({ connection }) => connection === 'active').length : null;
}

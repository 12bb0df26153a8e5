'use server';

import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';
import type { Decision } from '@/lib/view/apply';
import { retryRevert as retry } from '@/lib/workflow/apply/retry-revert';
import { decide, loadAlarm, settleAlarm } from '@/lib/workflow/apply/running-apply';
import { type StartOutcome, startApply, startRestart, startRevert } from '@/lib/workflow/apply/start-apply';
import { describeDraft } from '@/lib/workflow/describe-draft';
import { reachesAll } from '@/lib/workflow/reaches-all';
import { onDiskOf, type Workspace } from '@/lib/workflow/workspace';
import { runAction } from './run-action';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const reviewed = z.object({
  baseSha256: sha256,
  newSha256: sha256,
  restart: z.boolean(),
  note: z.string().check(z.maxLength(2000, 'Use at most 2000 characters.')),
  /** How long somebody has to press Keep changes; 0 asks nobody. */
  confirmSeconds: z.int().check(z.gte(0), z.lte(3600)),
});
const number = z.object({ id: z.int().check(z.gte(1)) });

type Started = ActionResult<{ id: number }>;

const asResult = (outcome: StartOutcome): Started =>
  outcome.status === 'started' ? { status: 'saved', id: outcome.id } : outcome;

/** Applies exactly what was reviewed: the file and the planned file are named by their sha256. */
export async function applyDraft(input: z.infer<typeof reviewed>): Promise<Started> {
  return runAction('apply', reviewed, input, async (value, { workspace, isProved }) => {
    if (!isProved && isDangerous(workspace)) return { status: 'prove' };
    return asResult(await startApply(workspace, value, describeDraft(workspace)));
  });
}

/** On every agent at once: it must be the person, not whoever sits there now. */
function isDangerous(workspace: Workspace): boolean {
  const [before, plan] = [onDiskOf(workspace), workspace.draft?.plan];
  return before !== null && plan?.ok === true && reachesAll(before.model, plan.after.model);
}

/** Puts the file back as it was before an apply, and restarts the manager. */
export async function revertApply(input: { id: number }): Promise<Started> {
  return runAction('apply', number, input, async ({ id }, { workspace }) => asResult(await startRevert(workspace, id)));
}

/** Restarts the manager with the file as it is. */
export async function restartManager(): Promise<Started> {
  return runAction('apply', z.object({}), {}, async (_, { workspace }) => asResult(await startRestart(workspace)));
}

/** Keeps what an apply brought: it stays. */
export async function keepChanges(input: { id: number }): Promise<ActionResult> {
  return say('keep', input);
}

/** Takes an apply back that is under way or waits to be kept. */
export async function revertNow(input: { id: number }): Promise<ActionResult> {
  return say('revert', input);
}

/** Tries a way back once more that failed. */
export async function retryRevert(input: { id: number }): Promise<Started> {
  return runAction('apply', number, input, async ({ id }, { workspace }) => asResult(await retry(workspace, id)));
}

/** Ends the alarm without another try: things stay as they are. */
export async function leaveAsIs(input: { id: number }): Promise<ActionResult> {
  return runAction('apply', number, input, async ({ id }, { workspace, person }) => {
    if (loadAlarm(workspace.database)?.applyId === id) settleAlarm(workspace.database, id, person.id);
    return { status: 'saved' };
  });
}

async function say(decision: Decision, input: { id: number }): Promise<ActionResult> {
  return runAction('apply', number, input, async ({ id }, { workspace, person }) => {
    if (decide(workspace.database, id, decision, person.id)) return { status: 'saved' };
    const message = 'It is too late: this was kept, taken back, or decided by somebody else.';
    return { status: 'conflict', message, hint: 'The page shows what is true now.' };
  });
}

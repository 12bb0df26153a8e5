'use server';

import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';
import { type StartOutcome, startApply, startRestart, startRevert } from '@/lib/workflow/apply/start-apply';
import { describeDraft } from '@/lib/workflow/describe-draft';
import { runAction } from './run-action';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const reviewed = z.object({
  baseSha256: sha256,
  newSha256: sha256,
  restart: z.boolean(),
  note: z.string().check(z.maxLength(2000, 'Use at most 2000 characters.')),
});

type Started = ActionResult<{ id: number }>;

const asResult = (outcome: StartOutcome): Started =>
  outcome.status === 'started' ? { status: 'saved', id: outcome.id } : outcome;

/** Applies exactly what was reviewed: the file and the planned file are named by their sha256. */
export async function applyDraft(input: z.infer<typeof reviewed>): Promise<Started> {
  return runAction('apply', reviewed, input, async (value, { workspace }) =>
    asResult(startApply(workspace, value, describeDraft(workspace))),
  );
}

/** Puts the file back as it was before an apply, and restarts the manager. */
export async function revertApply(input: { id: number }): Promise<Started> {
  const schema = z.object({ id: z.int().check(z.gte(1)) });
  return runAction('apply', schema, input, async ({ id }, { workspace }) => asResult(startRevert(workspace, id)));
}

/** Restarts the manager with the file as it is. */
export async function restartManager(): Promise<Started> {
  return runAction('apply', z.object({}), {}, async (_, { workspace }) => asResult(startRestart(workspace)));
}

'use server';

import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';
import { giveApproval, withdrawApproval } from '@/lib/workflow/approvals';
import { type AskOutcome, askForDraft, askForRestart } from '@/lib/workflow/approvals-ask';
import { refuseApprover } from '@/lib/workflow/approvals-gate';
import { type ActionContext, runAction } from './run-action';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const plan = z.object({ baseSha256: sha256, newSha256: sha256 });
const id = z.int().check(z.gte(1));
const planOf = z.object({ id, baseSha256: sha256, newSha256: sha256 });

const over: ActionResult = {
  status: 'conflict',
  message: 'This is no longer asked for, or somebody has answered it.',
  hint: 'Reload the page.',
};

type Asked = ActionResult<{ id: number }>;

function asResult(outcome: AskOutcome, { note }: ActionContext): Asked {
  if (outcome.status !== 'asked') return outcome;
  note(outcome.plan);
  return { status: 'saved', id: outcome.id };
}

/** Asks the others to approve the draft, exactly as it was reviewed. */
export async function askForApproval(input: z.infer<typeof plan>) {
  const door = { needs: 'apply', audit: 'approval-asked' } as const;
  return runAction(door, plan, input, async (value, context) =>
    asResult(askForDraft(context.workspace, value), context),
  );
}

/** Asks the others to approve a restart with the file as it is on disk. */
export async function askForRestartApproval() {
  const door = { needs: 'apply', audit: 'approval-asked' } as const;
  return runAction(door, z.object({}), {}, async (_, context) =>
    asResult(await askForRestart(context.workspace), context),
  );
}

/** Approves what somebody else asks for. */
export async function approvePlan(input: z.infer<typeof planOf>) {
  const door = { needs: 'apply', audit: 'approval-given' } as const;
  return runAction(door, planOf, input, async (value, { workspace, note }): Promise<ActionResult> => {
    const refusal = refuseApprover(workspace, value);
    if (refusal) return refusal;
    if (!giveApproval(workspace.database, value, workspace.person)) return over;
    note({ baseSha256: value.baseSha256, newSha256: value.newSha256 });
    return { status: 'saved' };
  });
}

/** Takes one's own request, or one's own approval, back. */
export async function withdrawFromApproval(input: { id: number }) {
  const door = { needs: 'apply', audit: 'approval-withdrawn' } as const;
  return runAction(door, z.object({ id }), input, async (value, { workspace, note }): Promise<ActionResult> => {
    note({ approval: value.id });
    return withdrawApproval(workspace.database, value.id, workspace.person) ? { status: 'saved' } : over;
  });
}

'use server';

import * as z from 'zod/mini';
import type { ActionResult } from '@/lib/view/action-result';
import { addToDraft } from '@/lib/workflow/change-draft';
import { findInWorkspace } from '@/lib/workflow/find-in-workspace';
import { fixForKey } from '@/lib/workflow/fix-finding';
import { refuseUnconfirmed } from '@/lib/workflow/guard-all';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import { findingKey, muteFinding, unmuteFinding } from '@/lib/workflow/mutes';
import { runAction } from './run-action';

const key = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const mute = z.object({
  key,
  reason: z
    .string()
    .check(z.trim(), z.minLength(3, 'Say why, in a few words.'), z.maxLength(500, 'Use at most 500 characters.')),
});

const gone: ActionResult = {
  status: 'refused',
  code: 'no-such-finding',
  message: 'This finding is no longer there.',
  hint: 'Reload the page.',
  line: null,
};

const blocker: ActionResult = {
  status: 'refused',
  code: 'blocker',
  message: 'A blocker stops the manager and cannot be muted.',
  hint: 'Mend it.',
  line: null,
};

const noFix: Extract<ActionResult, { status: 'refused' }> = {
  status: 'refused',
  code: 'no-safe-fix',
  message: 'There is no safe fix for this finding any more.',
  hint: 'Open the block and mend it by hand.',
  line: null,
};

/** Sets a finding of the file aside, with the reason. */
export async function muteOneFinding(input: z.infer<typeof mute>) {
  const door = { needs: 'edit', audit: 'finding-muted' } as const;
  return runAction(door, mute, input, async (value, { workspace, person, note }): Promise<ActionResult> => {
    const { now } = findInWorkspace(workspace, await loadFactsWithRules(workspace));
    const finding = now.find((one) => findingKey(one) === value.key);
    if (!finding) return gone;
    note({ finding: finding.id, key: value.key, reason: value.reason });
    return muteFinding(workspace.database, finding, value.reason, person.name) ? { status: 'saved' } : blocker;
  });
}

/** Adds the safe change that mends a finding to the draft. */
export async function fixOneFinding(input: { key: string }) {
  const door = { needs: 'edit', audit: 'draft-changed' } as const;
  return runAction(door, z.object({ key }), input, async (value, { workspace, note }) => {
    const changes = fixForKey(value.key, workspace, await loadFactsWithRules(workspace));
    if (!changes) return { ...noFix };
    note({ fixOf: value.key, ops: changes.map(({ op }) => op) });
    return refuseUnconfirmed(workspace, changes) ?? addToDraft(workspace, changes);
  });
}

/** Lets a finding speak up again. */
export async function unmuteOneFinding(input: { key: string }) {
  const door = { needs: 'edit', audit: 'finding-unmuted' } as const;
  return runAction(door, z.object({ key }), input, async (value, { workspace, note }) => {
    note({ key: value.key });
    unmuteFinding(workspace.database, value.key);
    return { status: 'saved' };
  });
}

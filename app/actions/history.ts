'use server';

import * as z from 'zod/mini';
import { loadRevision } from '@/lib/history/revisions';
import { changeSchema } from '@/lib/ossec/edit/change';
import { restoreBlock } from '@/lib/workflow/restore/restore-block';
import { restoreVersion } from '@/lib/workflow/restore/restore-version';
import { bringBack, forgetSetAside } from '@/lib/workflow/restore/set-aside';
import { runAction } from './run-action';

const id = z.int().check(z.gte(1));
const revisionText = z.optional(z.string().check(z.maxLength(64)));

const noSuchRevision = {
  status: 'refused',
  code: 'no-such-revision',
  message: 'There is no such revision.',
  hint: 'Reload the page.',
  line: null,
} as const;

/** Puts a whole version into the draft; the draft from before is set aside. */
export async function restoreRevision(input: { id: number }) {
  return runAction({ needs: 'edit', proved: true }, z.object({ id }), input, async ({ id }, { workspace }) => {
    const revision = loadRevision(workspace.database, id);
    return revision ? restoreVersion(workspace, revision) : noSuchRevision;
  });
}

/** Puts one block of a version into the draft. */
export async function restoreRevisionBlock(input: { id: number; change: unknown }) {
  return runAction('edit', z.object({ id, change: changeSchema }), input, async ({ id, change }, { workspace }) => {
    const revision = loadRevision(workspace.database, id);
    return revision ? restoreBlock(workspace, revision, change) : noSuchRevision;
  });
}

/** Brings a draft back that was set aside; with null, leaves the draft empty: the undo of a restore. */
export async function bringDraftBack(input: { id: number | null; revision?: string }) {
  const schema = z.object({ id: z.nullable(id), revision: revisionText });
  const door = { needs: 'edit', audit: 'set-aside-restored' } as const;
  return runAction(door, schema, input, async ({ id, revision }, { workspace, note }) => {
    note({ undo: revision !== undefined });
    return bringBack(workspace, id, revision);
  });
}

/** Throws a draft away that was set aside. */
export async function forgetDraft(input: { id: number }) {
  const door = { needs: 'edit', audit: 'draft-discarded' } as const;
  return runAction(door, z.object({ id }), input, async ({ id }, { workspace }) => forgetSetAside(workspace, id));
}

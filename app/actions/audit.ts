'use server';

import * as z from 'zod/mini';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { runAction } from './run-action';

/** Proves that nothing in the audit log was changed, swapped or removed. */
export async function verifyAuditLog() {
  return runAction('view', z.object({}), {}, async (_, { workspace }) => {
    return { status: 'saved', verdict: verifyAudit(workspace.database) } as const;
  });
}

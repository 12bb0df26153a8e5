'use server';

import * as z from 'zod/mini';
import { openAlertHistory } from '@/lib/alerts/open-alert-history';
import { runAction } from './run-action';

/** Stops reading past alerts, or goes on with it; what is in stays either way. */
export async function setReading(input: { on: boolean }) {
  return runAction('edit', z.object({ on: z.boolean() }), input, async ({ on }, { workspace }) => {
    const history = openAlertHistory(workspace.identity);
    await (on ? history.resume() : history.stop());
    return { status: 'saved' } as const;
  });
}

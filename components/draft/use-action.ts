'use client';

import { useCallback, useTransition } from 'react';
import { useWithProof } from '@/components/sign-in/prove-provider';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

type Failure = Exclude<ActionResult, { status: 'saved' }>;

/** What to tell about an answer that is not "saved". */
export function failureWords(result: Failure): string {
  switch (result.status) {
    case 'invalid':
      return result.form ?? Object.values(result.fields)[0] ?? 'Some values are not valid.';
    case 'conflict':
    case 'refused':
      return `${result.message} ${result.hint}`.trim();
    case 'signed-out':
      return 'You are signed out. Sign in again in another tab; what you typed stays here.';
    case 'prove':
      return 'This needs your password.';
    case 'wait':
      return `Too many tries. Try again in ${result.seconds} s.`;
    case 'forbidden':
      return `Your role does not allow this. It needs: ${result.needs}.`;
  }
}

const UNREACHABLE = 'Riposte did not answer. Nothing was saved. Check the connection, then try again.';

/**
 * Runs a server action that is not a form: busy while it runs, a toast when it is refused. The one place where such
 * answers become words.
 */
export function useAction() {
  const toast = useToast();
  const withProof = useWithProof();
  const [busy, start] = useTransition();
  const run = useCallback(
    <Extra extends object>(
      action: () => Promise<ActionResult<Extra>>,
      onSaved?: (result: Extract<ActionResult<Extra>, { status: 'saved' }>) => void,
    ) =>
      start(async () => {
        try {
          const result = await withProof(action);
          if (result.status === 'saved') onSaved?.(result as Extract<ActionResult<Extra>, { status: 'saved' }>);
          // Who closed the question has answered it.
          else if (result.status !== 'prove') toast({ tone: 'failed', message: failureWords(result as Failure) });
        } catch {
          toast({ tone: 'failed', message: UNREACHABLE });
        }
      }),
    [toast, withProof],
  );
  return { busy, run };
}

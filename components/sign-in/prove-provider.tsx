'use client';

import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/view/action-result';

// Hardly anybody sees it: its code waits until then.
const ProveDialog = lazy(() => import('./prove-dialog').then((module) => ({ default: module.ProveDialog })));

const ProveElsewhereDialog = lazy(() =>
  import('./prove-elsewhere-dialog').then((module) => ({ default: module.ProveElsewhereDialog })),
);

export type Prove = (input: { password: string }) => Promise<ActionResult>;

/** Asks for the password; true once it was right. Where nothing provides it nobody can prove anything. */
const Ask = createContext<() => Promise<boolean>>(async () => false);

type Props = {
  prove: Prove;
  /** Who has no password signs in again there: what its button says. */
  provider?: string | null;
  children: ReactNode;
};

/** Lets every action below ask for the password again. */
export function ProveProvider({ prove, provider = null, children }: Props) {
  const [isAsking, setAsking] = useState(false);
  const settle = useRef<(isProved: boolean) => void>(() => {});
  const ask = useCallback(() => {
    settle.current(false);
    setAsking(true);
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const close = (isProved: boolean) => {
    setAsking(false);
    settle.current(isProved);
  };
  return (
    <Ask value={ask}>
      {children}
      {isAsking && (
        <Suspense>
          {provider === null ? (
            <ProveDialog prove={prove} onClose={close} />
          ) : (
            <ProveElsewhereDialog provider={provider} onClose={close} />
          )}
        </Suspense>
      )}
    </Ask>
  );
}

/** Runs an action; when it answers that it needs a fresh proof, asks for the password and runs it again. */
export function useWithProof() {
  const ask = use(Ask);
  return useCallback(
    async <Extra extends object>(action: () => Promise<ActionResult<Extra>>): Promise<ActionResult<Extra>> => {
      const result = await action();
      return result.status === 'prove' && (await ask()) ? action() : result;
    },
    [ask],
  );
}

'use client';

import { buttonStyle } from '@/components/ui/button-style';
import { MessagePage } from './message-page';

/** The id under which the server logged the error, when there is one. */
function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  return typeof digest === 'string' ? digest : undefined;
}

/**
 * This page broke. What happened, is the manager safe, what to do.
 * A plain anchor to the overview on purpose: whatever broke the client may have broken its router too.
 */
export function FaultPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <MessagePage
      title="This page stopped with an error"
      actions={
        <>
          <button type="button" onClick={() => retry()} className={buttonStyle({ variant: 'primary' })}>
            Try again
          </button>
          <a href="/" className={buttonStyle({})}>
            Overview
          </a>
        </>
      }
    >
      <p>Riposte could not finish showing it. The manager is not affected, and your draft is kept.</p>
      {digest && (
        <p>
          The server log has the cause under <code className="text-fg">{digest}</code>.
        </p>
      )}
    </MessagePage>
  );
}

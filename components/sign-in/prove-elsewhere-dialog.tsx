'use client';

import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Dialog } from '@/components/ui/dialog';

type Props = { provider: string; onClose: (isProved: boolean) => void };

/** Before something dangerous, for who has no password here: back to the provider, and to this page again. */
export function ProveElsewhereDialog({ provider, onClose }: Props) {
  const next = window.location.pathname + window.location.search;
  const footer = (
    <>
      <Button onClick={() => onClose(false)}>Cancel</Button>
      <a
        href={`/oidc/start?${new URLSearchParams({ prove: '1', next })}`}
        className={buttonStyle({ variant: 'primary' })}
      >
        Sign in with {provider}
      </a>
    </>
  );
  return (
    <Dialog open onClose={() => onClose(false)} title="Is it still you?" footer={footer}>
      <p>
        This reaches far, so Riposte asks you to sign in with {provider} again. You come back to this page; then do it
        once more. Your draft stays as it is.
      </p>
    </Dialog>
  );
}

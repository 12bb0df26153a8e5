'use client';

import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

/** A link that is shown once, with a button to copy it. */
export function OneTimeLink({ token, name }: { token: string; name: string }) {
  const link = `${window.location.origin}/setup?token=${token}`;
  return (
    <Callout tone="blue" role="status" title={`Give this link to ${name}`}>
      <p>With it they set a password and sign in. It works once, for 24 hours. Riposte shows it only now.</p>
      <div className="mt-2 flex items-start gap-2 rounded-control border border-line bg-surface py-1 pr-1 pl-3">
        <code data-link className="min-w-0 flex-1 py-1 text-12 leading-5 text-fg wrap-anywhere">
          {link}
        </code>
        <CopyButton text={link} label="Copy the link" />
      </div>
    </Callout>
  );
}

'use client';

import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import type { ActionResult } from '@/lib/view/action-result';
import type { AuditVerdict } from '@/lib/view/audit';

type Props = { verify: () => Promise<ActionResult<{ verdict: AuditVerdict }>> };

/** Proves the chain on request, and says what came out. */
export function VerifyChain({ verify }: Props) {
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { busy, run } = useAction();
  return (
    <div className="flex flex-col items-start gap-3">
      <Button icon={<ShieldCheck />} busy={busy} onClick={() => run(verify, (answer) => setVerdict(answer.verdict))}>
        Verify the chain
      </Button>
      {verdict && <VerdictCallout verdict={verdict} />}
    </div>
  );
}

function VerdictCallout({ verdict }: { verdict: AuditVerdict }) {
  if (!verdict.ok) {
    return (
      <Callout tone="red" role="alert" title="The audit log is not what was written" className="w-full">
        {verdict.problem} Somebody changed the database of Riposte from outside. The manager is not affected. Compare
        with an export or a backup to see what was there.
      </Callout>
    );
  }
  const words = verdict.entries === 1 ? '1 entry, and it is' : `${verdict.entries} entries, each`;
  return (
    <Callout tone="green" role="status" title={`The chain is whole: ${words} as it was written`} className="w-full">
      Keep this hash of the last entry somewhere else: with it, <code>riposte audit verify --head</code> proves later
      that nothing before it was changed or cut off.
      <span className="mt-1 flex items-start gap-1">
        <code className="wrap-anywhere py-1 text-12 text-fg">{verdict.head}</code>
        <CopyButton text={verdict.head} label="Copy the hash" />
      </span>
    </Callout>
  );
}

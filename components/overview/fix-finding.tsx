'use client';

import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { Change } from '@/lib/ossec/edit/change';
import type { ActionResult } from '@/lib/view/action-result';

export type FixProps = {
  findingKey: string;
  title: string;
  fix: (input: { key: string }) => Promise<ActionResult<{ previous: Change[]; revision: string }>>;
  undoTo: (input: { changes: unknown; revision?: string }) => Promise<ActionResult>;
};

/** Adds the safe change that mends a finding to the draft, with a way back. */
export function FixFinding({ findingKey, title, fix, undoTo }: FixProps) {
  const toast = useToast();
  const { busy, run } = useAction();
  const press = () =>
    run(
      () => fix({ key: findingKey }),
      ({ previous, revision }) =>
        toast({
          message: `Fix added to your draft: ${title}`,
          action: { label: 'Undo', run: () => run(() => undoTo({ changes: previous, revision })) },
        }),
    );
  return (
    <Button size="s" busy={busy} aria-label={`Fix: ${title}`} className="mt-1" onClick={press}>
      Fix
    </Button>
  );
}

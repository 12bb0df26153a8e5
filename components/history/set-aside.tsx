'use client';

import { Archive } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import { draftWords } from './revision-words';

type Aside = { id: number; count: number; revision: number | null; when: string };

type Props = {
  drafts: Aside[];
  bringBack: (input: { id: number }) => Promise<ActionResult>;
  forget: (input: { id: number }) => Promise<ActionResult>;
};

/** Drafts that were set aside, each with a way back. */
export function SetAside({ drafts, bringBack, forget }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  const [asking, setAsking] = useState<Aside | null>(null);
  const back = (id: number) =>
    run(
      () => bringBack({ id }),
      () => toast({ message: 'Your draft is back. What was in it is set aside.' }),
    );
  return (
    <>
      {drafts.map((draft) => (
        <Callout
          key={draft.id}
          icon={<Archive />}
          title={`${draftWords(draft)} ${draft.revision === null && draft.count !== 1 ? 'were' : 'was'} set aside`}
          actions={
            <>
              <Button size="s" variant="ghost" onClick={() => setAsking(draft)}>
                Throw away
              </Button>
              <Button size="s" busy={busy} onClick={() => back(draft.id)}>
                {draft.revision === null && draft.count !== 1 ? 'Bring them back' : 'Bring it back'}
              </Button>
            </>
          }
        >
          <p className="text-12">{draft.when}</p>
        </Callout>
      ))}
      <ConfirmDialog
        open={asking !== null}
        title="Throw this draft away?"
        confirmLabel="Throw away"
        cancelLabel="Keep it"
        busy={busy}
        onCancel={() => setAsking(null)}
        onConfirm={() =>
          asking &&
          run(
            () => forget({ id: asking.id }),
            () => setAsking(null),
          )
        }
      >
        {asking && draftWords(asking)} cannot be brought back after that. The manager is not affected.
      </ConfirmDialog>
    </>
  );
}

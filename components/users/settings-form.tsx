'use client';

import { useAction } from '@/components/draft/use-action';
import { Switch } from '@/components/ui/switch';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';

type Props = {
  fourEyes: boolean;
  /** How many people could approve anything at all. */
  approvers: number;
  save: (input: { fourEyes: boolean }) => Promise<ActionResult>;
};

/** What an administrator decides for everybody. Takes effect at once. */
export function SettingsForm({ fourEyes, approvers, save }: Props) {
  const { busy, run } = useAction();
  const toast = useToast();
  return (
    <div className="flex flex-col gap-3 p-4">
      <Switch
        end
        checked={fourEyes}
        disabled={busy}
        onChange={(event) => {
          const next = event.target.checked;
          run(
            () => save({ fourEyes: next }),
            () => toast({ message: next ? 'Applies need a second person now' : 'Applies need nobody else now' }),
          );
        }}
        hint="An apply needs the approval of another operator or administrator, for exactly the bytes that are written."
      >
        Four eyes
      </Switch>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-12 text-fg-2">
        <li>A restart that makes another file run needs it, too.</li>
        <li>A changed draft or a changed file needs a new approval. One holds for 24 hours.</li>
        <li>Keeping, reverting and trying a failed revert again never need it.</li>
      </ul>
      {approvers < 2 && (
        <p className="text-12 text-amber-fg">
          Only {approvers === 1 ? '1 person' : 'nobody'} may apply. With four eyes on nothing could be applied at all.
        </p>
      )}
    </div>
  );
}

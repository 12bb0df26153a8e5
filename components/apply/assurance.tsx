import { ShieldCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ApplySnapshot, ApplyStep } from '@/lib/view/apply';
import { type ApplyActions, type Names, nameIn } from './apply-actions';
import { canRevertNow, phaseOf } from './apply-phase';
import type { Decide } from './use-decide';

type Props = {
  apply: ApplySnapshot['apply'];
  steps: readonly ApplyStep[];
  names: Names;
  actions: ApplyActions;
  decide: Decide;
};

/** At the foot of the steps: what happens whatever one does, and the way out of what runs. */
export function Assurance({ apply, steps, names, actions, decide }: Props) {
  const phase = phaseOf({ apply, steps });
  const { revertNow } = actions;
  // While it waits for an answer, both buttons stand beside the time.
  const canRevert = phase === 'applying' && canRevertNow({ apply, steps });
  return (
    <div className="mt-auto flex items-center gap-4 border-line border-t pt-4">
      <p className="flex min-w-0 flex-1 gap-2.5 text-12 text-fg-2">
        <ShieldCheck className="shrink-0 text-green-fg" />
        <span>{assuranceText(apply, phase, names)}</span>
      </p>
      {canRevert && revertNow && (
        <Button busy={decide.busy === 'revert'} onClick={() => decide.run('revert', () => revertNow({ id: apply.id }))}>
          Revert now
        </Button>
      )}
    </div>
  );
}

function assuranceText(apply: ApplySnapshot['apply'], phase: ReturnType<typeof phaseOf>, names: Names): string {
  const { decision, decidedBy, baseSha256, newSha256 } = apply;
  if (phase === 'undoing') return 'Leaving is safe: Riposte goes on until the manager runs the previous configuration.';
  if (phase === 'confirming') return 'Whoever may apply can keep or revert, from any browser.';
  if (decision === 'revert' && decidedBy !== null) {
    return `${nameIn(names, decidedBy)} pressed Revert now. The previous file comes back as soon as this step lets it.`;
  }
  if (baseSha256 === newSha256) return 'Leaving is safe: Riposte goes on.';
  return 'Leaving is safe: Riposte goes on and puts the previous file back by itself if something fails.';
}

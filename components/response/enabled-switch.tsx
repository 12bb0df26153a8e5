import { Switch } from '@/components/ui/switch';
import type { StepProps } from './step-props';

/** On or off. Off is a comment, never Wazuh's own tag. */
export function EnabledSwitch({ values, set }: Pick<StepProps, 'values' | 'set'>) {
  return (
    <div className="rounded-panel border border-line-strong px-4 py-3" data-field="enabled">
      <Switch
        end
        checked={values.enabled}
        onChange={(event) => set({ enabled: event.target.checked })}
        hint="Off: Riposte puts the block into a comment. Wazuh’s own disabled tag can silence other responses."
      >
        Enabled
      </Switch>
    </div>
  );
}

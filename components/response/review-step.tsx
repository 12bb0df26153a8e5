import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import type { Finding } from '@/lib/ossec/findings/finding';
import { EnabledSwitch } from './enabled-switch';
import { EndpointNeeds } from './endpoint-needs';
import { FindingsList } from './findings-list';
import { BlocksXml, SentenceText } from './preview';
import { stepSummary } from './preview-words';
import type { StepProps } from './step-props';
import { hasNoTrigger, STEP_NAMES, STEPS, type Step } from './steps';

type Props = Omit<StepProps, 'errors'> & { findings: readonly Finding[] | null; onEdit: (step: Step) => void };

/** Everything once more before it goes to the draft. */
export function ReviewStep({ values, set, data, findings, onEdit }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Panel className="px-4 py-3.5">
        <SentenceText values={values} data={data} />
      </Panel>
      {hasNoTrigger(values) && (
        <Callout tone="amber" title="This response never fires">
          No level, group or rule is given. Wazuh keeps it and never runs it.
        </Callout>
      )}
      <Panel title="Your choices" line>
        <dl>
          {STEPS.slice(0, -1).map((step) => (
            <div key={step} className="flex items-center gap-3 border-line border-t px-4 py-2 first:border-t-0">
              <dt className="w-20 shrink-0 text-fg-3">{STEP_NAMES[step]}</dt>
              <dd className="min-w-0 flex-1 font-medium wrap-anywhere">
                {stepSummary(step, values, data) ?? 'Not set'}
              </dd>
              <dd>
                <Button size="s" variant="ghost" aria-label={`Edit ${STEP_NAMES[step]}`} onClick={() => onEdit(step)}>
                  Edit
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <EnabledSwitch values={values} set={set} />
      <Panel title="Findings" className="pb-3.5">
        <div className="px-4">
          <FindingsList findings={findings} needRules />
        </div>
      </Panel>
      <EndpointNeeds values={values} data={data} />
      <Panel title="XML" sub={data.position === null ? 'added to ossec.conf' : 'as it would stand'} className="pb-4">
        <div className="px-4">
          <BlocksXml values={values} data={data} guided={false} where=", to review" />
        </div>
      </Panel>
    </div>
  );
}

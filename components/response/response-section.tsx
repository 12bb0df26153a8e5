import { lazy, type RefObject } from 'react';
import type { Finding } from '@/lib/ossec/findings/finding';
import { commandOf } from './chosen-command';
import { CommandStep } from './command-step';
import { EnabledSwitch } from './enabled-switch';
import { EndpointNeeds } from './endpoint-needs';
import type { StepProps } from './step-props';
import type { Step } from './steps';

// The later questions come when they are asked; until then the one before stays.
const TriggerStep = lazy(() => import('./later-steps').then((module) => ({ default: module.TriggerStep })));
const LocationStep = lazy(() => import('./later-steps').then((module) => ({ default: module.LocationStep })));
const DurationStep = lazy(() => import('./later-steps').then((module) => ({ default: module.DurationStep })));
const ReviewStep = lazy(() => import('./review-step').then((module) => ({ default: module.ReviewStep })));

type Props = StepProps & {
  step: Step;
  findings: readonly Finding[] | null;
  guided: boolean;
  heading: RefObject<HTMLHeadingElement | null> | undefined;
  onEdit: (step: Step) => void;
};

const QUESTIONS: Record<Step, string> = {
  command: 'What should it do?',
  trigger: 'When should it run?',
  location: 'Where should it run?',
  duration: 'For how long?',
  review: 'Is this what you want?',
};

function leadOf(step: Step, props: StepProps): string {
  switch (step) {
    case 'command':
      return 'Pick a command. It must be installed on each agent that should run it.';
    case 'trigger':
      return 'Wazuh runs the response each time an alert matches. Level and group narrow each other. Rule IDs add to them.';
    case 'location':
      return 'One place a response. For two places write two responses.';
    case 'duration': {
      const name = commandOf(props.values, props.data)?.name;
      return `When the time is up, Wazuh runs ${name || 'the command'} again to undo it.`;
    }
    case 'review':
      return 'Saving puts it into your draft. The manager does not change until you apply.';
  }
}

/** One question of the form: the whole page on the guided path, a section on one page. */
export function ResponseSection({ step, heading, findings, guided, onEdit, ...props }: Props) {
  const onePage = !guided;
  return (
    <section id={`step-${step}`} aria-labelledby={`step-${step}-title`} className="scroll-mt-4">
      <h2
        ref={heading}
        id={`step-${step}-title`}
        tabIndex={-1}
        className="text-20 font-semibold tracking-h1 outline-none"
      >
        {onePage && step === 'review' ? 'On or off' : QUESTIONS[step]}
      </h2>
      <p className="mt-1 mb-[18px] max-w-[68ch] text-fg-2">
        {onePage && step === 'review'
          ? 'A disabled response stays in the file, where it does nothing.'
          : leadOf(step, props)}
      </p>
      {step === 'command' && <CommandStep {...props} />}
      {step === 'trigger' && <TriggerStep {...props} />}
      {step === 'location' && <LocationStep {...props} />}
      {step === 'duration' && <DurationStep {...props} />}
      {step === 'review' &&
        (onePage ? (
          <div className="grid gap-4">
            <EnabledSwitch {...props} />
            <EndpointNeeds {...props} />
          </div>
        ) : (
          <ReviewStep {...props} findings={findings} onEdit={onEdit} />
        ))}
    </section>
  );
}

'use client';

import { Crosshair, Monitor, Network, Server } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ChoiceCard } from '@/components/form/choice-card';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { FieldError } from '@/components/ui/field';
import type { StepProps } from './step-props';

// Most responses run on the agent that alerted. The boundaries let a card answer the click before the rest is there.
const AgentPicker = lazy(() => import('./agent-picker').then((module) => ({ default: module.AgentPicker })));
const AllConfirm = lazy(() => import('./all-confirm').then((module) => ({ default: module.AllConfirm })));

const KNOWN = ['local', 'server', 'defined-agent', 'all'];

/** Where it runs: four cards. `all` opens its guard. */
export function LocationStep(props: StepProps) {
  const { values, set, errors, data } = props;
  const odd = data.original?.location ?? null;
  const choose = (location: StepProps['values']['location']) => set({ location, confirmedAgents: '' });
  const card = (value: NonNullable<StepProps['values']['location']>) => ({
    name: 'location',
    value,
    code: value,
    checked: values.location === value,
    onChoose: () => choose(value),
  });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5" data-field="location">
      <legend className="sr-only">Location</legend>
      {odd !== null && !KNOWN.includes(odd) && values.location === null && (
        <Callout tone="amber" title={`The file says “${odd}”`}>
          Wazuh searches this text for its four words. Choose the one that is meant.
        </Callout>
      )}
      {errors.location && <FieldError>{errors.location}</FieldError>}
      <ChoiceCard
        {...card('local')}
        icon={<Monitor className="icon-20" />}
        title="The agent that alerted"
        badge={<Badge>Usual choice</Badge>}
        hint="Acts where the attack was seen. The manager handles its own alerts."
      />
      <ChoiceCard
        {...card('server')}
        icon={<Server className="icon-20" />}
        title="The manager"
        hint={`Runs once on ${data.managerName}, whichever agent alerted.`}
      />
      <ChoiceCard
        {...card('defined-agent')}
        icon={<Crosshair className="icon-20" />}
        title="One agent you pick"
        hint="For a gateway or firewall that can block for everyone."
      >
        <Suspense>
          <AgentPicker {...props} />
        </Suspense>
      </ChoiceCard>
      <ChoiceCard
        {...card('all')}
        danger
        icon={<Network className="icon-20" />}
        title="Every agent"
        badge={<Badge tone="red">Dangerous</Badge>}
        hint="One alert runs it on all connected agents at once, not on the manager."
      >
        <Suspense>
          <AllConfirm {...props} />
        </Suspense>
      </ChoiceCard>
    </fieldset>
  );
}

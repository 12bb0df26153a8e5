import { Check, Package } from 'lucide-react';
import Link from 'next/link';
import { Callout } from '@/components/ui/callout';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { commandOf } from './chosen-command';
import type { StepProps } from './step-props';

/** What has to be installed where it runs: nothing for what ships with Wazuh. */
export function EndpointNeeds({ values, data }: Pick<StepProps, 'values' | 'data'>) {
  const executable = commandOf(values, data)?.executable ?? '';
  if (executable === '') return null;
  if (stockCommandOf(executable)) {
    return (
      <Callout tone="green" icon={<Check />} title="Nothing to install">
        <code>{executable}</code> ships with Wazuh, on each system it is for.
      </Callout>
    );
  }
  const onManager = values.location === 'server';
  return (
    <Callout
      tone="blue"
      icon={<Package />}
      title={onManager ? 'The manager needs this script' : 'Each agent needs this script'}
    >
      <code>{executable}</code> does not ship with Wazuh. Put it into active-response/bin{' '}
      {onManager ? 'on the manager' : 'wherever it should run'}.{' '}
      <Link className="link" href={`/endpoints?script=${encodeURIComponent(executable)}`}>
        Steps for each system
      </Link>
    </Callout>
  );
}

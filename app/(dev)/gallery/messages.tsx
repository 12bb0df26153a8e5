import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Specimen } from './specimen';

export function Messages() {
  return (
    <Specimen title="Messages">
      <Callout
        tone="amber"
        title="The file is not what the manager is running"
        actions={<Button size="s">See the difference</Button>}
      >
        root changed ossec.conf outside Riposte at 13:58.
      </Callout>
      <Callout tone="red" title="This would stop the manager from starting">
        Location defined-agent needs an agent ID. Apply stays off until it has one.
      </Callout>
      <Callout tone="blue" title="No rule with this ID yet">
        Fine if you add it to local_rules.xml later.
      </Callout>
      <Callout tone="green" title="Kept by Marta Kowalska" />
      <Callout tone="violet" title="In your draft, not on the manager" />
      <Callout title="You can look, not change">Your role is read-only.</Callout>
    </Specimen>
  );
}

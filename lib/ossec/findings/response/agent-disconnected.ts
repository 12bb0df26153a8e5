/* The one agent of a response is away. For "all" and "local" that is everyday life, and not said. */
import type { Check } from '../finding.ts';
import { agentOf, placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';

export const agentDisconnected: Check = responseCheck('agent-disconnected', 'L35', (response, facts) => {
  const agent = placeOf(response.location).oneAgent ? agentOf(response, facts) : null;
  if (agent?.connection !== 'disconnected') return null;
  return say(
    'warning',
    `Agent ${agent.id} (${agent.name}) is disconnected`,
    'Nothing runs there until it connects again.',
  );
});

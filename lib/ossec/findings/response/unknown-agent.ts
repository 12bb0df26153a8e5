/* The agent that a response names, against the agents of the manager. Says nothing while those are unknown. */
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { agentOf, placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';

export const unknownAgent: Check = responseCheck('unknown-agent', 'L03', (response, facts) => {
  const number = toCInt(response.agentId ?? '');
  const place = placeOf(response.location);
  if (!place.oneAgent || place.server || place.all || facts.agents === null || number <= 0) return null;
  const agent = agentOf(response, facts);
  if (!agent) {
    const id = String(number).padStart(3, '0');
    return say(
      'error',
      `There is no agent ${id}`,
      'Wazuh logs an error at each alert and sends nothing. Choose another agent.',
    );
  }
  if (agent.connection !== 'never_connected') return null;
  return say(
    'error',
    `Agent ${agent.id} (${agent.name}) has never connected`,
    'Nothing runs there before it connects for the first time.',
  );
});

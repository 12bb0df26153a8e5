/* agent_id takes one number. The manager converts the text with atoi: what follows the digits is not read (dialect §5.2). */
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const invalidAgentId: Check = responseCheck('invalid-agent-id', 'L03', ({ location, agentId }) => {
  const place = placeOf(location);
  if (!place.oneAgent) return null;
  if (agentId === null) {
    return say(
      'blocker',
      'No agent is named',
      'Wazuh refuses the file and does not start: location defined-agent needs an agent_id.',
    );
  }
  const number = toCInt(agentId);
  if (number === 0) {
    return /^\s*0+\s*$/.test(agentId)
      ? say(
          'error',
          'Agent 000 is the manager',
          'Wazuh drops the response. Use location server to run it on the manager.',
        )
      : say('error', `${shown(agentId)} is not an agent ID`, 'Wazuh drops the response. Use the number of one agent.');
  }
  if (/^\s*\d{1,9}\s*$/.test(agentId)) return null;
  if (number < 0)
    return say('error', `${shown(agentId)} is not an agent ID`, 'No agent has it, so nothing is ever sent.');
  return say(
    'error',
    `Only agent ${String(number).padStart(3, '0')} is read`,
    `agent_id ${shown(agentId)} holds more than one number. Write one response for each agent.`,
  );
});

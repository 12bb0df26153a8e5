/* agent_id counts with location defined-agent only (dialect §5.2). */
import type { Check } from '../finding.ts';
import { placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const agentIdIgnored: Check = responseCheck('agent-id-ignored', 'L04', ({ location, agentId }) => {
  if (!agentId || !location || placeOf(location).oneAgent) return null;
  return say(
    'warning',
    `agent_id ${shown(agentId)} has no effect`,
    `Location ${shown(location)} does not look at it. Use location defined-agent, or remove agent_id.`,
  );
});

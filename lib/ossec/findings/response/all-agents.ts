/* How far "all" reaches at this moment (wazuh-facts §2.2). */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { placeOf, targetsOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { fits, systemName } from '../support/systems-of.ts';
import { counted, listed, shown } from '../support/words.ts';

/** Up to this many agents, "all" needs no words. */
const FEW = 10;

export const allAgents: Check = responseCheck('all-agents', 'L26', (response, facts) => {
  const place = placeOf(response.location);
  if (!place.all || place.server) return null;
  const targets = targetsOf(response, facts);
  if (!targets) {
    return say(
      'note',
      'It runs on every connected agent',
      'One alert of one agent is enough. The manager itself is not among them.',
    );
  }
  const said = [];
  if (targets.length > FEW) {
    said.push(
      say(
        'warning',
        `It runs on ${counted(targets.length, 'agent')}`,
        'One alert of one agent is enough. The manager itself is not among them.',
      ),
    );
  }
  const executable = commandOf(response, facts)?.executable;
  const unfit = executable ? targets.filter((agent) => !fits(executable, agent)) : [];
  if (unfit.length > 0 && unfit.length < targets.length) {
    const systems = listed([...new Set(unfit.map(({ system }) => systemName(system)))]);
    said.push(
      say(
        'warning',
        `${counted(unfit.length, 'agent')} cannot run ${shown(executable ?? '')}`,
        `They run ${systems} and do nothing. Add a response with a program for them.`,
      ),
    );
  }
  return said;
});

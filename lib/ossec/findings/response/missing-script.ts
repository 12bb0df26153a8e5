/* Scripts on the manager itself. What lies on an agent is not known here. */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const missingScript: Check = responseCheck('missing-script', 'L14', (response, facts) => {
  const executable = commandOf(response, facts)?.executable;
  // What lies on an agent is not known here.
  if (!executable || !facts.scripts || !placeOf(response.location).server) return null;
  const script = facts.scripts.find(({ name }) => name === executable);
  if (!script) {
    return say(
      'error',
      `${shown(executable)} is not on the manager`,
      'Copy it to active-response/bin of the manager, or choose another command.',
    );
  }
  const said = [];
  if (!script.executable)
    said.push(say('error', `${shown(executable)} is not executable`, 'Give it mode 750, owner root and group wazuh.'));
  if (script.worldWritable) {
    said.push(
      say(
        'warning',
        `Anyone can change ${shown(executable)}`,
        'It runs as root. Give it mode 750, owner root and group wazuh.',
      ),
    );
  }
  return said;
});

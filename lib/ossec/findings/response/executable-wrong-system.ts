/* A program that none of the hosts it is sent to can run. The end of a name decides for programs of your own. */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { agentOf, placeOf, targetsOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { fits, isForWindows, systemName, systemsOf } from '../support/systems-of.ts';
import { listed, shown } from '../support/words.ts';

export const executableWrongSystem: Check = responseCheck('executable-wrong-system', 'L15', (response, facts) => {
  const command = commandOf(response, facts);
  if (!command?.executable || !response.location) return null;
  const { executable } = command;
  const program = shown(executable);
  const place = placeOf(response.location);
  if (place.server) {
    if (!isForWindows(executable)) return null;
    return say(
      'warning',
      `${program} does not run on the manager`,
      'It is a Windows program, and a manager runs on Linux.',
    );
  }
  const windows = 'Windows starts only files that end in .exe, .bat or .cmd.';
  const agent = place.oneAgent ? agentOf(response, facts) : null;
  if (agent && !fits(executable, agent)) {
    const why = agent.system === 'windows' ? windows : `It runs on ${listed(systemsOf(executable).map(systemName))}.`;
    return say(
      'warning',
      `${program} does not run on agent ${agent.id} (${agent.name})`,
      `The agent runs ${systemName(agent.system)}. ${why}`,
    );
  }
  const targets = place.oneAgent ? [] : (targetsOf(response, facts) ?? []);
  if (targets.length === 0 || targets.some((target) => fits(executable, target))) return null;
  const needs = listed(systemsOf(executable).map(systemName), 'or');
  return say('warning', `No agent can run ${program}`, `It needs ${needs}, and no agent here has that.`);
});

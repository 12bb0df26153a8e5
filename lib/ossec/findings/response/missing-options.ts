/* A manager needs a command and a location in each response (dialect §5). */
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';

export const missingOptions: Check = responseCheck('missing-options', null, (response) => {
  if (response.command && response.location) return null;
  const missing = response.command ? 'location' : response.location ? 'command' : 'command and no location';
  if (response.repeatedOffenders === null) {
    return say(
      'blocker',
      `The response has no ${missing}`,
      'Wazuh refuses the file and does not start. A response of a manager needs both. Add them, or remove the block.',
    );
  }
  const { command, location, level, rulesGroup, rulesId } = response;
  const isOnlyOffenders = [command, location, level, rulesGroup, rulesId].every((value) => value === null);
  if (isOnlyOffenders) return null;
  return say(
    'error',
    `The response has no ${missing}`,
    'Wazuh drops it without a word, because it also holds repeated_offenders. Give it a command and a location.',
  );
});

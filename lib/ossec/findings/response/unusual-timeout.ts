/* Timeouts that look like the wrong unit. */
import { describeSeconds } from '../../describe/describe-duration.ts';
import type { Check } from '../finding.ts';
import { commandOf, timeoutOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';

const SHORTEST = 10;
const LONGEST = 30 * 86_400;

export const unusualTimeout: Check = responseCheck('unusual-timeout', 'L13', (response, facts) => {
  const seconds = timeoutOf(response, commandOf(response, facts));
  // "10m" has a finding of its own.
  if (!/^\s*\d+\s*$/.test(response.timeout ?? '')) return null;
  if (seconds > 0 && seconds < SHORTEST) {
    return say('warning', `Undone after ${seconds} s`, 'That is too short to stop anything. The value is in seconds.');
  }
  if (seconds <= LONGEST) return null;
  return say(
    'warning',
    `Undone after ${describeSeconds(seconds)}`,
    'A restart of Wazuh on the host lifts it long before that. The value is in seconds.',
  );
});

/* A timeout for a command that cannot be undone is dropped with an info line (dialect §5.4). */
import { describeSeconds } from '../../describe/describe-duration.ts';
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const timeoutNotAllowed: Check = responseCheck('timeout-not-allowed', 'L11', (response, facts) => {
  const seconds = toCInt(response.timeout ?? '');
  const command = commandOf(response, facts);
  if (seconds === 0 || !command || command.timeoutAllowed) return null;
  const time = seconds > 0 ? `The timeout of ${describeSeconds(seconds)}` : 'The timeout';
  return say(
    'error',
    `${shown(command.name)} is never undone`,
    `${time} is ignored, because the command does not say timeout_allowed yes.`,
  );
});

/* The manager converts <timeout> without any check: "10m" is 10 seconds, "abc" is never (dialect §5.4). */
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const UNITS: Record<string, number> = { s: 1, m: 60, min: 60, h: 3600, d: 86400 };

export const timeoutNotANumber: Check = responseCheck('timeout-not-a-number', 'L13', (response, facts) => {
  const { timeout } = response;
  if (timeout === null || commandOf(response, facts)?.timeoutAllowed === false) return null;
  const seconds = toCInt(timeout);
  if (/^\s*\d+\s*$/.test(timeout) && (seconds > 0 || /^[\s0]*$/.test(timeout))) return null;
  if (timeout.trim() === '')
    return say('warning', 'The timeout is empty', 'That is the same as 0: it is never undone.');
  if (seconds < 0) {
    return say(
      'error',
      `Timeout ${shown(timeout)} undoes at once`,
      'Wazuh reads a negative number. Write seconds from 1 to 2147483647.',
    );
  }
  const [, amount, unit = ''] = /^\s*(\d+)\s*([a-z]+)\s*$/i.exec(timeout) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const advice = amount && factor ? `Write ${Number(amount) * factor}.` : 'Write whole seconds.';
  if (seconds === 0) return say('error', `Timeout ${shown(timeout)} counts as 0`, `It is never undone. ${advice}`);
  return say(
    'error',
    `Timeout ${shown(timeout)} counts as ${seconds} s`,
    `Wazuh reads seconds and stops at the first other sign. ${advice}`,
  );
});

/* Longer times for repeated offenders are read by the executor of the host they stand on (dialect §6). */
import { toCInt } from '../../model/c-number.ts';
import type { Check } from '../finding.ts';
import { responseCheck, type Said, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const MOST_STEPS = 5;

export const managerRepeatedOffenders: Check = responseCheck(
  'manager-repeated-offenders',
  'L33',
  ({ repeatedOffenders }, facts, index) => {
    if (repeatedOffenders === null) return null;
    const first = facts.responses.findIndex((other) => !other.off && other.repeatedOffenders !== null);
    if (first !== index) {
      return say(
        'warning',
        'repeated_offenders has no effect here',
        'Wazuh takes the first list in the file and ignores this one.',
      );
    }
    return [
      say(
        'note',
        'repeated_offenders counts on the manager only',
        'It applies to all that runs on the manager. Agents read it from their own ossec.conf.',
      ),
      ...lookAtSteps(repeatedOffenders),
    ];
  },
);

function lookAtSteps(text: string): Said[] {
  const steps = text.split(',');
  const bad = steps.findIndex((step) => toCInt(step) === 0 || !/^\s*\d+\s*$/.test(step));
  if (bad !== -1 && bad < MOST_STEPS) {
    return [
      say(
        'error',
        `repeated_offenders ${shown(text)} is cut`,
        'Wazuh reads up to five minutes, separated by commas, and stops at anything else.',
      ),
    ];
  }
  return steps.length > MOST_STEPS
    ? [
        say(
          'warning',
          'Only five repeated_offenders count',
          `Wazuh ignores ${shown(steps.slice(MOST_STEPS).join(','))}.`,
        ),
      ]
    : [];
}

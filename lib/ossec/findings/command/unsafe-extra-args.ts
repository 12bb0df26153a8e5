/* extra_args are cut at blanks and handed over as JSON, not to a shell (dialect §4). */
import { encodeText } from '../../byte-text.ts';
import type { Check } from '../finding.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const MOST_BYTES = 2047;

export const unsafeExtraArgs: Check = commandCheck('unsafe-extra-args', 'L36', ({ name, extraArgs }) => {
  if (!extraArgs) return null;
  const said = [];
  if (encodeText(extraArgs).length > MOST_BYTES) {
    said.push(
      say('error', `Extra arguments of ${shown(name)} are cut`, `Wazuh hands over the first ${MOST_BYTES} bytes only.`),
    );
  }
  if (/[;&|`<>]|\$[({\w]/.test(extraArgs.replace(/https?:\/\/\S+/g, ''))) {
    said.push(
      say(
        'warning',
        `Extra arguments of ${shown(name)} look like shell`,
        'No shell reads them: they reach the program as they are. It must not pass them to one.',
      ),
    );
  } else if (/["']/.test(extraArgs)) {
    said.push(
      say(
        'warning',
        `Quotes in the extra arguments of ${shown(name)}`,
        'Wazuh cuts at each blank, quotes or not. They reach the program as they are.',
      ),
    );
  }
  return said;
});

/* The name goes into ar.conf with blanks and dashes as separators (dialect §8). */
import { encodeText } from '../../byte-text.ts';
import type { Check } from '../finding.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const MOST_BYTES = 250;

export const unsafeName: Check = commandCheck('unsafe-name', 'L14', ({ name }) => {
  const title = `Command name ${shown(name)} does not work`;
  if (name.startsWith('!')) {
    return say(
      'blocker',
      `Command name ${shown(name)} begins with !`,
      'Wazuh refuses the file and does not start. Choose another name.',
    );
  }
  if (name === '') return say('error', 'A command has no name', 'No response can name it. Give it one.');
  if (name.includes(' - ') || /[\r\n]/.test(name)) {
    return say(
      'error',
      title,
      'Agents cannot read a name with a line break or “ - ” in it. Use letters, digits, dots and dashes.',
    );
  }
  if (encodeText(name).length > MOST_BYTES) {
    return say(
      'error',
      'A command name is too long',
      `Wazuh cuts it, and loses the timeout. Use at most ${MOST_BYTES} bytes.`,
    );
  }
  const advice = 'Use letters, digits, dots and dashes only.';
  if (/\s/.test(name)) {
    return say(
      'warning',
      `Command name ${shown(name)} holds a blank`,
      `Some agents cannot read such a name. ${advice}`,
    );
  }
  if (/^[\w.-]+$/.test(name)) return null;
  return say('note', `Command name ${shown(name)} is unusual`, `Scripts and tools may not expect it. ${advice}`);
});

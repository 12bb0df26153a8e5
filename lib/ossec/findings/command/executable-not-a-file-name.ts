/* The executor looks for exactly this file below active-response/bin of the host (dialect §4). */
import type { Check } from '../finding.ts';
import { commandCheck, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

export const executableNotAFileName: Check = commandCheck(
  'executable-not-a-file-name',
  'L14',
  ({ name, executable }) => {
    const cannot = `${name === '' ? 'A command' : shown(name)} cannot start`;
    const value = shown(executable);
    if (executable === '') return say('error', cannot, 'Its executable is empty. Name a file of active-response/bin.');
    if (executable.includes('..')) return say('error', cannot, `Wazuh refuses paths with two dots, such as ${value}.`);
    if (executable !== executable.trim() || /[\r\n]/.test(executable)) {
      return say('error', cannot, `Blanks belong to the file name ${value}: remove them.`);
    }
    if (executable.includes(' ')) {
      return say('error', cannot, `${value} is read as one file name. Put arguments into extra_args.`);
    }
    if (/^[/\\]|^[A-Za-z]:/.test(executable)) {
      return say(
        'error',
        cannot,
        `${value} is searched below active-response/bin. Put the file there and write its name only.`,
      );
    }
    if (!/[/\\]/.test(executable)) return null;
    return say(
      'warning',
      `${shown(name)} names a path`,
      `${value} is searched below active-response/bin. Write a file name only.`,
    );
  },
);

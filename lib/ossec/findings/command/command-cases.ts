/* For tests: facts about commands, and what each check must say about them (run by ../checks.test.ts). */
import type { Check, CommandFacts, Facts } from '../finding.ts';
import type { Row } from '../support/check-table.ts';
import { command, facts, response } from '../support/sample-facts.ts';
import { duplicateCommand } from './duplicate-command.ts';
import { executableNotAFileName } from './executable-not-a-file-name.ts';
import { legacyExecutable } from './legacy-executable.ts';
import { slackWithoutAddress } from './slack-without-address.ts';
import { unsafeExtraArgs } from './unsafe-extra-args.ts';
import { unsafeName } from './unsafe-name.ts';
import { unusedCommand } from './unused-command.ts';

const of = (change: Partial<CommandFacts>, more: Partial<Facts> = {}) =>
  facts({ commands: [command(change)], ...more });
const script = { name: 'firewall-drop.sh', executable: true, worldWritable: false };
const old = { executable: 'firewall-drop.sh' };

export const commandCases = new Map<Check, Row[]>([
  [
    unsafeName,
    [
      ['exclamation mark', of({ name: '!c' }), 'blocker: Command name “!c” begins with !'],
      ['separator', of({ name: 'a - b' }), 'error: Command name “a - b” does not work'],
      ['line break', of({ name: 'a\nb' }), 'error: Command name “a\\nb” does not work'],
      ['empty', of({ name: '' }), 'error: A command has no name'],
      ['long', of({ name: 'n'.repeat(251) }), 'error: A command name is too long'],
      ['blank', of({ name: 'my c' }), 'warning: Command name “my c” holds a blank'],
      ['odd sign', of({ name: '$fw' }), 'note: Command name “$fw” is unusual'],
      ['plain', of({ name: 'win_route-null.2' }), null],
    ],
  ],
  [
    executableNotAFileName,
    [
      ['empty', of({ executable: '' }), 'error: firewall-drop cannot start'],
      ['two dots', of({ executable: '../x' }), 'error: firewall-drop cannot start'],
      ['blank around', of({ executable: ' x ' }), 'error: firewall-drop cannot start'],
      ['command line', of({ executable: 'x -v' }), 'error: firewall-drop cannot start'],
      ['absolute', of({ executable: '/bin/sh' }), 'error: firewall-drop cannot start'],
      ['Windows path', of({ executable: 'C:\\x.exe' }), 'error: firewall-drop cannot start'],
      ['sub-path', of({ executable: 'own/x.sh' }), 'warning: firewall-drop names a path'],
      ['file name', of({ executable: 'x.sh' }), null],
    ],
  ],
  [
    legacyExecutable,
    [
      ['old name', of(old), 'warning: firewall-drop.sh is a name of Wazuh 3'],
      ['old name nobody uses', of(old, { responses: [response({ off: true })] }), null],
      ['own script of that name', of(old, { scripts: [script] }), null],
      ['own name', of({ executable: 'firewall-drop-2.sh' }), null],
    ],
  ],
  [
    duplicateCommand,
    [
      ['twice', facts({ commands: [command(), command()] }), 'warning: Command firewall-drop is defined twice'],
      ['other case', facts({ commands: [command(), command({ name: 'Firewall-drop' })] }), null],
    ],
  ],
  [
    unusedCommand,
    [
      ['unused', of({ name: 'mine', executable: 'mine.sh' }), 'note: No response uses mine'],
      ['used by one that is off', of({ executable: 'mine.sh' }, { responses: [response({ off: true })] }), null],
      ['stock, for later', of({ name: 'netsh', executable: 'netsh.exe' }), null],
    ],
  ],
  [
    unsafeExtraArgs,
    [
      ['shell', of({ extraArgs: 'a && b' }), 'warning: Extra arguments of firewall-drop look like shell'],
      ['variable', of({ extraArgs: '-u $HOME' }), 'warning: Extra arguments of firewall-drop look like shell'],
      ['quotes', of({ extraArgs: '-m "b c"' }), 'warning: Quotes in the extra arguments of firewall-drop'],
      ['long', of({ extraArgs: 'x'.repeat(2048) }), 'error: Extra arguments of firewall-drop are cut'],
      ['web address', of({ extraArgs: 'https://hooks.example.com/a?b=1&c=2' }), null],
      ['plain', of({ extraArgs: '-x 5' }), null],
    ],
  ],
  [
    slackWithoutAddress,
    [
      ['none', of({ executable: 'wazuh-slack' }), 'error: firewall-drop has no web address'],
      ['given', of({ executable: 'wazuh-slack', extraArgs: 'https://hooks.example.com/x' }), null],
      ['not used', of({ executable: 'wazuh-slack' }, { responses: [] }), null],
    ],
  ],
]);

/* For tests: facts about what a response does, and what each check must say about them (run by ../checks.test.ts). */
import type { Check, CommandFacts, Facts, ResponseFacts } from '../finding.ts';
import type { Row } from '../support/check-table.ts';
import { command, facts, RULES, response } from '../support/sample-facts.ts';
import { accountScope } from './account-scope.ts';
import { alertLacksAddress } from './alert-lacks-address.ts';
import { competingTimeouts } from './competing-timeouts.ts';
import { duplicateResponse } from './duplicate-response.ts';
import { managerRepeatedOffenders } from './manager-repeated-offenders.ts';
import { missingOptions } from './missing-options.ts';
import { missingScript } from './missing-script.ts';
import { noUndo } from './no-undo.ts';
import { timeoutNotANumber } from './timeout-not-a-number.ts';
import { timeoutNotAllowed } from './timeout-not-allowed.ts';
import { unknownCommand } from './unknown-command.ts';
import { unusualTimeout } from './unusual-timeout.ts';

export const effectCases = new Map<Check, Row[]>();
const of = (change: Partial<ResponseFacts>, more: Partial<Facts> = {}) =>
  facts({ responses: [response(change)], ...more });
const by = (change: Partial<CommandFacts>, with_: Partial<ResponseFacts> = {}, more: Partial<Facts> = {}) =>
  facts({ commands: [command(change)], responses: [response(with_)], ...more });
const twoTimes = (change: Partial<ResponseFacts>, more: Partial<Facts> = {}) =>
  facts({ responses: [response(), response({ timeout: '60', ...change })], ...more });
const script = { name: 'firewall-drop', executable: true, worldWritable: false };
const onServer = (change: Partial<typeof script>) =>
  of({ location: 'server' }, { scripts: [{ ...script, ...change }] });
effectCases.set(unknownCommand, [
  ['undefined', of({ command: 'nope' }), 'blocker: Command nope is not defined'],
  ['other case', of({ command: 'Firewall-Drop' }), 'blocker: Command Firewall-Drop is not defined'],
  ['below', by({ line: 30 }), 'blocker: Command firewall-drop is defined below its response'],
  ['off', of({ command: 'nope', off: true }), 'note: Command nope is not defined'],
  ['dropped for its agent first', of({ command: 'nope', location: 'defined-agent', agentId: '0' }), null],
  ['dropped for its place first', of({ command: 'nope', location: null, repeatedOffenders: '1' }), null],
  ['off and above its command', by({ line: 30 }, { off: true }), null],
  ['defined above', facts(), null],
]);
effectCases.set(missingOptions, [
  ['no location', of({ location: null }), 'blocker: The response has no location'],
  ['nothing', of({ command: '', location: '' }), 'blocker: The response has no command and no location'],
  ['dropped', of({ location: null, repeatedOffenders: '30' }), 'error: The response has no location'],
  ['offenders only', of({ command: null, location: null, rulesId: null, repeatedOffenders: '30' }), null],
  ['off', of({ location: null, off: true }), null],
]);
effectCases.set(timeoutNotAllowed, [
  ['not allowed', by({ timeoutAllowed: false }), 'error: firewall-drop is never undone'],
  ['zero', by({ timeoutAllowed: false }, { timeout: '0' }), null],
  ['allowed', facts(), null],
]);
effectCases.set(noUndo, [
  ['block', of({ timeout: null }), 'warning: firewall-drop blocks for good'],
  ['zero', of({ timeout: '0' }), 'warning: firewall-drop blocks for good'],
  ['old name', by({ executable: 'firewall-drop.sh' }, { timeout: null }), 'warning: firewall-drop blocks for good'],
  [
    'account',
    by({ executable: 'disable-account' }, { timeout: null }),
    'warning: firewall-drop locks accounts for good',
  ],
  ['own', by({ executable: 'mine.sh' }, { timeout: null }), 'note: firewall-drop is not undone'],
  ['own, stateless', by({ executable: 'mine.sh', timeoutAllowed: false }, { timeout: null }), null],
  ['timed', facts(), null],
]);
effectCases.set(timeoutNotANumber, [
  ['minutes', of({ timeout: '10m' }), 'error: Timeout 10m counts as 10 s'],
  ['word', of({ timeout: 'abc' }), 'error: Timeout abc counts as 0'],
  ['negative', of({ timeout: '-5' }), 'error: Timeout -5 undoes at once'],
  ['wraps', of({ timeout: '2147483648' }), 'error: Timeout 2147483648 undoes at once'],
  ['wraps to 0', of({ timeout: '4294967296' }), 'error: Timeout 4294967296 counts as 0'],
  ['empty', of({ timeout: '' }), 'warning: The timeout is empty'],
  ['blanks', of({ timeout: ' 600 ' }), null],
  ['zero', of({ timeout: '0' }), null],
  ['not allowed anyway', by({ timeoutAllowed: false }, { timeout: '10m' }), null],
]);
effectCases.set(unusualTimeout, [
  ['short', of({ timeout: '5' }), 'warning: Undone after 5 s'],
  ['long', of({ timeout: '2678400' }), 'warning: Undone after 31 days'],
  ['30 days', of({ timeout: '2592000' }), null],
  ['10 s', of({ timeout: '10' }), null],
]);
effectCases.set(managerRepeatedOffenders, [
  ['list', of({ repeatedOffenders: '30,60' }), 'note: repeated_offenders counts on the manager only'],
  ['cut', of({ repeatedOffenders: '30;60' }), 'error: repeated_offenders “30;60” is cut'],
  ['six', of({ repeatedOffenders: '1,2,3,4,5,6' }), 'warning: Only five repeated_offenders count'],
  [
    'second',
    facts({ responses: [response({ repeatedOffenders: '30' }), response({ repeatedOffenders: '60' })] }),
    'warning: repeated_offenders has no effect here',
  ],
  ['none', facts(), null],
]);
effectCases.set(duplicateResponse, [
  ['equal', facts({ responses: [response(), response({ line: 30 })] }), 'warning: firewall-drop runs twice'],
  ['equal, but off', facts({ responses: [response(), response({ off: true })] }), null],
  ['other place', facts({ responses: [response(), response({ location: 'server' })] }), null],
]);
effectCases.set(competingTimeouts, [
  ['two timeouts', twoTimes({}, { rules: RULES }), 'warning: Two responses share the clock of firewall-drop'],
  ['other rules', twoTimes({ rulesId: '31103' }, { rules: RULES }), null],
  [
    'other agents',
    facts({
      responses: [
        response({ location: 'defined-agent', agentId: '001' }),
        response({ location: 'defined-agent', agentId: '002', timeout: '60' }),
      ],
    }),
    null,
  ],
  ['same timeout', twoTimes({ timeout: '600' }), null],
]);
effectCases.set(missingScript, [
  ['missing', onServer({ name: 'other' }), 'error: firewall-drop is not on the manager'],
  ['not executable', onServer({ executable: false }), 'error: firewall-drop is not executable'],
  ['open to all', onServer({ worldWritable: true }), 'warning: Anyone can change firewall-drop'],
  ['there', onServer({}), null],
  ['on agents', of({}, { scripts: [] }), null],
]);
effectCases.set(alertLacksAddress, [
  ['file integrity', of({ rulesId: '550' }, { rules: RULES }), 'warning: firewall-drop gets no address'],
  ['one that has it', of({ rulesId: '550,5763' }, { rules: RULES }), null],
  ['needs none', by({ executable: 'mine.sh' }, { rulesId: '550' }, { rules: RULES }), null],
]);
effectCases.set(accountScope, [
  [
    'level',
    by({ executable: 'disable-account' }, { level: '10' }),
    'warning: Accounts of administrators can be locked',
  ],
  ['rules', by({ executable: 'disable-account' }), null],
  ['other program', of({ level: '10' }), null],
]);

/* For tests: facts about what sets a response off, and what each check must say about them (run by ../checks.test.ts). */
import type { Check, CommandFacts, Facts, ResponseFacts } from '../finding.ts';
import type { Row } from '../support/check-table.ts';
import { command, facts, RULES, response } from '../support/sample-facts.ts';
import { blanksInValue } from './blanks-in-value.ts';
import { combinedTriggers } from './combined-triggers.ts';
import { groupMatchesEverything } from './group-matches-everything.ts';
import { groupMatchesMore } from './group-matches-more.ts';
import { groupMatchesNothing } from './group-matches-nothing.ts';
import { levelOutOfRange } from './level-out-of-range.ts';
import { neverFires } from './never-fires.ts';
import { responseLoop } from './response-loop.ts';
import { restartLoop } from './restart-loop.ts';
import { rulesIdCut } from './rules-id-cut.ts';
import { silentRule } from './silent-rule.ts';
import { unknownRule } from './unknown-rule.ts';
import { windowsWhiteList } from './windows-white-list.ts';

export const triggerCases = new Map<Check, Row[]>();
const of = (change: Partial<ResponseFacts>, more: Partial<Facts> = {}) =>
  facts({ responses: [response(change)], ...more });
const by = (change: Partial<CommandFacts>, with_: Partial<ResponseFacts> = {}, more: Partial<Facts> = {}) =>
  facts({ commands: [command(change)], responses: [response(with_)], ...more });
const rules = RULES;
const only = (
  level: string | null,
  rulesGroup: string | null,
  rulesId: string | null,
  more: Partial<Facts> = { rules },
) => of({ level, rulesGroup, rulesId }, more);

triggerCases.set(neverFires, [
  ['no trigger', only(null, null, null), 'error: firewall-drop never fires'],
  ['level 0', only('0', null, null), 'error: firewall-drop never fires'],
  ['level 17', only('17', null, null, {}), 'error: firewall-drop never fires'],
  ['no number', only(null, null, '\n5710'), 'error: firewall-drop never fires'],
  ['silent rule', only(null, null, '5700'), 'error: firewall-drop never fires'],
  ['no_ar', only(null, null, '999'), 'error: firewall-drop never fires'],
  ['unknown rule', only(null, null, '100100'), 'error: firewall-drop never fires'],
  ['invalid pattern', only(null, '(sshd|web)', null, {}), 'error: firewall-drop never fires'],
  ['comma', only(null, 'sshd,attack', null), 'error: firewall-drop never fires'],
  ['level and group', only('11', 'sshd,', null), 'error: firewall-drop never fires'],
  ['level and group that meet', only('10', 'sshd,', null), null],
  ['rules not known', only(null, null, '100100', {}), null],
  ['level that is refused', only('21', null, null), null],
  ['off', of({ rulesId: null, off: true }), null],
]);
triggerCases.set(levelOutOfRange, [
  ['too high', only('21', null, null), 'blocker: 21 is not a level'],
  ['blank', only(' 5', null, null), 'blocker: “ 5” is not a level'],
  ['wraps', only('4294967301', null, null), 'error: Level 4294967301 counts as 5'],
  ['17 beside a rule', only('17', null, '5763'), 'warning: No rule has level 17'],
  ['leading zeros', only('0000007', null, null), null],
  ['16', only('16', null, null), null],
]);
triggerCases.set(combinedTriggers, [
  ['level and group', only('10', 'sshd,', null), 'note: Level and group must both match'],
  ['level or rule', only('10', null, '5710'), 'note: Rule ids add to the level'],
  ['all', only('10', 'sshd,', '5710'), 'note: Rule ids add to the level and group'],
  ['level 0', only('0', 'sshd,', null), null],
  ['rules alone', only(null, null, '5710,5763'), null],
]);
triggerCases.set(rulesIdCut, [
  ['blank between', only(null, null, '5710 5763'), 'error: Rule 5763 is not read'],
  ['line break', only(null, null, '5710,\n5763'), 'error: Rule 5763 is not read'],
  ['range', only(null, null, '5710-5763'), 'error: Rule 5763 is not read'],
  ['letters behind', only(null, null, '5710x,5763'), 'warning: rules_id holds more than numbers'],
  ['none, beside a level', only('5', null, 'sshd,5710'), 'error: No rule id is read'],
  ['trailing comma and blanks', only(null, null, '5710, 5763 ,'), null],
  ['line break at the end', only(null, null, '5710\n'), null],
  ['none at all: it never fires', only(null, null, 'x'), null],
]);
triggerCases.set(unknownRule, [
  ['one of two', only(null, null, '5763,100100'), 'error: Rule 100100 does not exist'],
  ['all unknown: it never fires', only(null, null, '100100'), null],
  ['known', only(null, null, '5763'), null],
]);
triggerCases.set(silentRule, [
  ['level 0', only(null, null, '5763,5700'), 'warning: Rule 5700 never sets off a response'],
  ['no_ar', only(null, null, '5763,999'), 'warning: Rule 999 never sets off a response'],
  ['good rules', only(null, null, '5763,5710'), null],
]);
triggerCases.set(groupMatchesEverything, [
  ['empty', only(null, '', null), 'error: Every alert sets this off'],
  ['trailing bar', only(null, 'sshd,|', null), 'error: Every alert sets this off'],
  ['with a level', only('10', '', null), 'warning: The group does not narrow the level'],
  ['escaped bar', only(null, 'sshd\\|', null), null],
  ['names', only(null, 'sshd,|web,', null), null],
]);
triggerCases.set(groupMatchesNothing, [
  ['one piece', only(null, 'sshd,|nope,', null), 'warning: No rule is in group nope,'],
  ['invalid beside a rule', only(null, '\\q', '5763'), 'error: The group pattern is invalid'],
  ['comma, rules not known', only(null, 'sshd,web', null, {}), 'warning: Group sshd,web may match nothing'],
  ['wildcard, rules not known', only(null, 'auth*', null, {}), 'warning: Group “auth*” may match nothing'],
  ['all pieces match', only(null, 'sshd,|attack,', null), null],
  ['names, rules not known', only(null, 'sshd,|attack,', null, {}), null],
]);
triggerCases.set(groupMatchesMore, [
  ['end of a longer name', only(null, 'attack,', null), 'warning: attack, also matches automatic_attack'],
  [
    'part of a longer name',
    only(null, 'authentication_fail', null),
    'warning: authentication_fail also matches authentication_failed and authentication_failures',
  ],
  ['no comma in the rule', only(null, 'ms-graph,', null), 'warning: ms-graph, misses 1 rule of that group'],
  ['no comma, rules not known', only(null, 'sshd', null, {}), 'warning: sshd also matches longer names'],
  ['no comma, but exact', only(null, 'sshd', null), null],
  ['with its comma', only(null, 'sshd,', null), null],
]);
triggerCases.set(windowsWhiteList, [
  [
    'Windows rule',
    by({ executable: 'netsh.exe' }, { rulesId: '60122' }, { rules }),
    'note: The white list does not cover Windows events',
  ],
  [
    'Windows group',
    by({ executable: 'netsh.exe' }, { rulesGroup: 'windows,' }),
    'note: The white list does not cover Windows events',
  ],
  ['other rule', by({ executable: 'netsh.exe' }, { rulesId: '5763' }, { rules }), null],
  ['restart needs no address', by({ executable: 'restart-wazuh.exe' }, { rulesId: '60122' }, { rules }), null],
]);
triggerCases.set(responseLoop, [
  ['level 3', only('3', null, null, {}), 'error: firewall-drop sets itself off'],
  ['group', only(null, 'ossec,', null, {}), 'error: firewall-drop sets itself off'],
  ['rule', only(null, null, '651'), 'error: firewall-drop sets itself off'],
  ['firewall off', by({ executable: 'netsh.exe' }, { level: '5' }), 'error: firewall-drop sets itself off'],
  ['level 4', only('4', null, null), null],
  ['level that is refused', only('-1', null, null), null],
  ['restart', by({ executable: 'restart-wazuh' }, { level: '3' }), null],
]);
triggerCases.set(restartLoop, [
  ['level 3', by({ executable: 'restart-wazuh' }, { level: '3' }), 'error: Each restart sets off the next one'],
  [
    'rule',
    by({ executable: 'restart-wazuh.exe' }, { rulesId: '503' }, { rules }),
    'error: Each restart sets off the next one',
  ],
  ['level 7', by({ executable: 'restart-wazuh' }, { level: '7' }), null],
  ['other program', only('3', null, null), null],
]);
triggerCases.set(blanksInValue, [
  ['group', only(null, ' sshd, ', null), 'error: Blanks stand around the group'],
  ['command', by({ name: ' c' }, { command: ' c' }), 'warning: Blanks belong to the name “ c”'],
  ['none', only(null, 'sshd,', null), null],
]);

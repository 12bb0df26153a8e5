/* For tests: facts about the manager as a whole, and what each check must say about them (run by ../checks.test.ts). */
import type { Check } from '../finding.ts';
import type { Row } from '../support/check-table.ts';
import { command, facts, response } from '../support/sample-facts.ts';
import { nameCollision } from './name-collision.ts';
import { networkAddressNotListed } from './network-address-not-listed.ts';
import { ownAddressNotListed } from './own-address-not-listed.ts';
import { reservedName } from './reserved-name.ts';
import { sharedName } from './shared-name.ts';
import { tooManyResponses } from './too-many-responses.ts';
import { whiteListEntry } from './white-list-entry.ts';

const many = (count: number, timeoutOf: (at: number) => number, off = false) =>
  facts({ responses: Array.from({ length: count }, (_, at) => response({ timeout: String(timeoutOf(at)), off })) });
const pair = (first: string, second: string, executable = 'b') =>
  facts({
    commands: [command({ name: 'cmd', executable: 'a' }), command({ name: 'cmd1', executable })],
    responses: [response({ command: 'cmd', timeout: first }), response({ command: 'cmd1', timeout: second })],
  });
const restart = (executable: string, timeout: string | null) =>
  facts({
    commands: [command({ name: 'restart-wazuh', executable })],
    responses: [response({ command: 'restart-wazuh', timeout })],
  });
const listing = (...addresses: string[]) =>
  facts({ whiteList: addresses.map((address, at) => ({ address, line: at + 1 })) });
const owning = (ownAddresses: string[], ...addresses: string[]) => ({ ...listing(...addresses), ownAddresses });

export const managerCases = new Map<Check, Row[]>([
  [
    tooManyResponses,
    [
      ['62', many(62, () => 600), 'error: 62 responses are too many'],
      ['51 names', many(51, (at) => at + 100), 'warning: 51 different responses are close to the limit'],
      ['61 of one name', many(61, () => 600), null],
      ['62 that are off', many(62, () => 600, true), null],
    ],
  ],
  [
    sharedName,
    [
      ['40 of one name', many(40, () => 600), 'note: 39 responses repeat a command and timeout'],
      ['two of one name', many(2, () => 600), null],
    ],
  ],
  [
    nameCollision,
    [
      ['cmd with 10, cmd1 with 0', pair('10', '0'), 'error: Two responses are called cmd10'],
      ['of one program', pair('10', '0', 'a'), 'warning: Two responses are called cmd10'],
      ['cmd with 10, cmd1 with 10', pair('10', '10'), null],
    ],
  ],
  [
    reservedName,
    [
      ['own program', restart('own.sh', null), 'error: restart-wazuh restarts Wazuh instead'],
      ['own program with a timeout', restart('own.sh', '5'), null],
      ['stock program', restart('restart-wazuh', null), null],
    ],
  ],
  [
    whiteListEntry,
    [
      ['empty', listing(''), 'error: The white list covers every address'],
      ['trailing bar', listing('^a$|'), 'error: The white list covers every address'],
      ['IPv6', listing('2001:db8::1'), 'warning: 2001:db8::1 also matches longer addresses'],
      ['IPv6 network', listing('2001:db8::/32'), 'error: 2001:db8::/32 matches no address'],
      ['lone anchor', listing('^'), 'error: The white list covers every address'],
      [
        'half of IPv4 in parts',
        listing('0.0.0.0/2', '64.0.0.0/2', '^10.'),
        'error: Together the entries cover half of all IPv4 addresses or more',
      ],
      ['half of IPv4', listing('0.0.0.0/1'), 'error: The white list covers half of all IPv4 addresses or more'],
      ['every IPv4', listing('0.0.0.0/0'), 'error: The white list covers every IPv4 address'],
      ['mapped', listing('::ffff:10.0.0.1'), 'error: ::ffff:10.0.0.1 matches no address'],
      ['no network', listing('10.0.0.0/33'), 'blocker: 10.0.0.0/33 is not an address'],
      ['a mask that is none', listing('10.0.0.0/'), 'error: 10.0.0.0/ matches no address'],
      ['mask with holes', listing('10.0.0.5/255.0.0.255'), 'warning: The mask of 10.0.0.5/255.0.0.255 has holes'],
      ['part of an address', listing('10.20.'), 'warning: 10.20. is searched anywhere in an address'],
      ['negated pattern', listing('!^10.'), 'error: “!^10.” matches no address'],
      ['bad IPv4', listing('999.1.1.1'), 'blocker: 999.1.1.1 is not an address'],
      ['negated', listing('!10.0.0.1'), 'error: The ! in white list entry “!10.0.0.1” is dropped'],
      ['blanks', listing(' 10.0.0.1'), 'error: White list entry “ 10.0.0.1” holds blanks'],
      ['sound', listing('127.0.0.1', '10.0.0.0/8', '^localhost.localdomain$', '^::1$'), null],
    ],
  ],
  [
    ownAddressNotListed,
    [
      [
        'own',
        owning(['10.0.0.5', '192.0.2.1'], '127.0.0.1', '192.0.2.1'),
        'error: The manager can be blocked: 10.0.0.5',
      ],
      ['loopback', listing('10.0.0.1'), 'warning: The white list lacks 127.0.0.1'],
      [
        'listed by networks',
        owning(['10.0.0.5', '2001:db8::1'], '127.0.0.0/8', '10.0.0.0/255.0.0.0', '^2001:db8:'),
        null,
      ],
      ['nothing blocks', { ...owning(['10.0.0.5']), commands: [command({ executable: 'mine.sh' })] }, null],
      ['white list not known', facts({ whiteList: null, ownAddresses: ['10.0.0.5'] }), null],
    ],
  ],
  [
    networkAddressNotListed,
    [
      [
        'gateway',
        { ...listing('10.0.0.1'), networkAddresses: ['10.0.0.1', '10.0.0.53'] },
        'warning: The network can be blocked: 10.0.0.53',
      ],
      ['listed', { ...listing('10.0.0.0/24'), networkAddresses: ['10.0.0.1', '10.0.0.53'] }, null],
      ['not known', listing(), null],
      [
        'nothing blocks',
        { ...listing(), networkAddresses: ['10.0.0.1'], commands: [command({ executable: 'mine.sh' })] },
        null,
      ],
    ],
  ],
]);

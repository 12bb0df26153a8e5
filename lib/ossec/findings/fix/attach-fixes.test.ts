import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText, toByteString } from '../../byte-text.ts';
import type { Change } from '../../edit/change.ts';
import { planChanges } from '../../edit/plan-changes.ts';
import { samples } from '../../fixtures/sample-configs.ts';
import { type Config, parseConfigText } from '../../index.ts';
import { fileCases } from '../file/file-cases.ts';
import { findInConfig, findWithoutFixes, toFacts } from '../find-all.ts';
import type { Facts, Finding } from '../finding.ts';
import { RULES } from '../support/sample-facts.ts';

const COMMAND = '<command><name>c</name><executable>x.sh</executable></command>';
const UNDOABLE = COMMAND.replace('</command>', '<timeout_allowed>yes</timeout_allowed></command>');
const block = (inside: string, place = '<location>local</location>') =>
  `<active-response><command>c</command>${place}${inside}</active-response>`;
const file = (...parts: string[]) => `<ossec_config>\n${parts.join('\n')}\n</ossec_config>\n`;
const GOOD = block('<level>9</level>');

const factsOf = (config: Config, more: Partial<Facts> = {}): Facts => ({
  ...toFacts(config.model),
  agents: null,
  scripts: null,
  rules: RULES,
  ...more,
});

function fixesOf(text: string, id: string, more: Partial<Facts> = {}): (readonly Change[] | undefined)[] {
  const config = parseConfigText(encodeText(text));
  return findInConfig(config, factsOf(config, more))
    .filter((finding) => finding.id === id)
    .map(({ fix }) => fix);
}

const edit = (index: number, set: object, ...unset: string[]) => ({
  op: 'edit-response',
  index,
  set,
  ...(unset.length > 0 && { unset }),
});
const white = (address: string) => `<global><white_list>${address}</white_list></global>`;

describe('a safe fix', () => {
  it.each<[id: string, what: string, text: string, fix: object[] | undefined]>([
    ['duplicate-response', 'the second', file(COMMAND, GOOD, GOOD), [{ op: 'remove-response', index: 1 }]],
    [
      'timeout-not-allowed',
      'not undone either way',
      file(COMMAND, block('<level>9</level><timeout>60</timeout>')),
      [edit(0, {}, 'timeout')],
    ],
    [
      'agent-id-ignored',
      'not looked at',
      file(COMMAND, block('<level>9</level><agent_id>7</agent_id>')),
      [edit(0, {}, 'agentId')],
    ],
    [
      'group-matches-everything',
      'empty, and the level stays',
      file(COMMAND, block('<level>9</level><rules_group></rules_group>')),
      [edit(0, {}, 'rulesGroup')],
    ],
    [
      'group-matches-everything',
      'empty and alone: what is meant is not known',
      file(COMMAND, block('<rules_group></rules_group>')),
      undefined,
    ],
    ['level-out-of-range', 'blanks', file(COMMAND, block('<level> 9 </level>')), [edit(0, { level: 9 })]],
    [
      'level-out-of-range',
      'only the ids count',
      file(COMMAND, block('<level>18</level><rules_id>5710</rules_id>')),
      [edit(0, {}, 'level')],
    ],
    [
      'level-out-of-range',
      'with a group it would widen',
      file(COMMAND, block('<level>18</level><rules_id>5710</rules_id><rules_group>sshd,</rules_group>')),
      undefined,
    ],
    ['level-out-of-range', 'words', file(COMMAND, block('<level>high</level>')), undefined],
    [
      'blanks-in-value',
      'around the group',
      file(COMMAND, block('<rules_group> sshd, </rules_group>')),
      [edit(0, { rulesGroup: 'sshd,' })],
    ],
    [
      'blanks-in-value',
      'around a name',
      file(COMMAND, GOOD).replaceAll('>c<', '>c <'),
      [{ op: 'edit-command', name: 'c ', set: { name: 'c' } }],
    ],
    [
      'invalid-location',
      'an old word',
      file(COMMAND, block('<level>9</level>', '<location>any</location>')),
      [edit(0, { location: 'all' })],
    ],
    [
      'invalid-location',
      'capitals',
      file(COMMAND, block('<level>9</level>', '<location>Server</location>')),
      [edit(0, { location: 'server' })],
    ],
    [
      'invalid-location',
      'two places',
      file(COMMAND, block('<level>9</level>', '<location>all,local</location>')),
      undefined,
    ],
    ['unknown-command', 'trailing blank', file(COMMAND, GOOD.replace('>c<', '>c <')), [edit(0, { command: 'c' })]],
    ['unknown-command', 'another name', file(COMMAND, GOOD.replace('>c<', '>d<')), undefined],
    [
      'rules-id-cut',
      'lines',
      file(COMMAND, block('<rules_id>5710\n5763</rules_id>')),
      [edit(0, { rulesId: [5710, 5763] })],
    ],
    ['rules-id-cut', 'words', file(COMMAND, block('<rules_id>5710,x,5763</rules_id>')), undefined],
    [
      'silent-rule',
      'the others stay',
      file(COMMAND, block('<rules_id>5710,5700</rules_id>')),
      [edit(0, { rulesId: [5710] })],
    ],
    [
      'duplicate-command',
      'the one that is never used',
      file(COMMAND, COMMAND, GOOD),
      [{ op: 'remove-command', name: 'c', index: 1 }],
    ],
    [
      'white-list-entry',
      'IPv6',
      file(COMMAND, GOOD, white('2001:db8::1')),
      [
        { op: 'remove-white-list', address: '2001:db8::1' },
        { op: 'add-white-list', address: '^2001:db8::1$' },
      ],
    ],
    [
      'white-list-entry',
      'the beginning of IPv6 addresses',
      file(COMMAND, GOOD, white('2001:db8:')),
      [
        { op: 'remove-white-list', address: '2001:db8:' },
        { op: 'add-white-list', address: '^2001:db8:' },
      ],
    ],
    ['white-list-entry', 'what covers nearly every IPv6 address', file(COMMAND, GOOD, white('::')), undefined],
    ['white-list-entry', 'an IPv6 network', file(COMMAND, GOOD, white('2001:db8::/32')), undefined],
    [
      'first-response-disabled',
      'into a comment',
      file(UNDOABLE, block('<disabled>yes</disabled><level>7</level>'), GOOD),
      [
        { op: 'remove-response', index: 0 },
        { op: 'add-response', response: { command: 'c', location: 'local', disabled: true, level: 7 } },
      ],
    ],
    [
      'first-response-disabled',
      'a note of the admin would be lost',
      file(UNDOABLE, block('<disabled>yes</disabled><!-- why --><level>7</level>'), GOOD),
      undefined,
    ],
  ])('for %s, %s', (id, _, text, fix) => {
    const found = fixesOf(text, id);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toEqual(fix);
  });

  it('of a disabled block that silences others stands at that block only', () => {
    const off = block('<disabled>yes</disabled><level>7</level>');
    const found = fixesOf(file(UNDOABLE, GOOD, off), 'disabled-silences-others');
    expect(found.map((fix) => fix?.length)).toEqual([undefined, 2]);
  });

  it('lists the manager’s own addresses', () => {
    const text = file(COMMAND.replace('x.sh', 'firewall-drop'), GOOD, white('127.0.0.1'));
    expect(fixesOf(text, 'own-address-not-listed', { ownAddresses: ['192.0.2.1'] })).toEqual([
      [{ op: 'add-white-list', address: '192.0.2.1' }],
    ]);
  });

  it('is not offered in a file that cannot be edited', () => {
    const text = `${file(COMMAND, GOOD, GOOD)}<agent_config></agent_config>`;
    expect(fixesOf(text, 'duplicate-response')).toEqual([undefined]);
  });
});

/** These fixes change nothing that the manager does. */
const SAME_FOR_THE_MANAGER = new Set([
  'timeout-not-allowed',
  'duplicate-command',
  'invalid-location',
  'agent-id-ignored',
]);

const SHARED = new URL('../../../../../shared/wazuh/', import.meta.url);
const present = existsSync(SHARED);
if (!present) console.warn('../shared is absent: fixes are tried on our own samples only.');

function recorded(): string[] {
  if (!present) return [];
  const corpus = readdirSync(new URL('corpus/', SHARED)).filter((name) => name.endsWith('.conf'));
  const cases = JSON.parse(readFileSync(new URL('dialect-cases.json', SHARED), 'utf8')) as { input?: string }[];
  return [
    ...corpus.map((name) => toByteString(readFileSync(new URL(`corpus/${name}`, SHARED)))),
    ...cases.flatMap(({ input }) => (input === undefined || input.length > 50_000 ? [] : [encodeText(input)])),
  ];
}

const isBad = ({ severity }: Finding) => severity === 'error' || severity === 'blocker';

it('mends its finding, and makes nothing worse, on every recorded file', () => {
  let tried = 0;
  const texts = [
    ...Object.values(samples).map(encodeText),
    ...fileCases.map(([, , text]) => encodeText(text)),
    ...recorded(),
  ];
  for (const text of texts) {
    const config = parseConfigText(text);
    const before = findInConfig(config, factsOf(config));
    for (const { id, title, severity, fix } of before) {
      if (!fix) continue;
      tried++;
      const plan = planChanges(config, fix);
      expect(plan).toMatchObject({ ok: true });
      if (!plan.ok) continue;
      const after = findWithoutFixes(plan.after, factsOf(plan.after));
      const count = (list: readonly Finding[]) => list.filter((one) => one.id === id && one.title === title).length;
      expect([id, title, count(after) < count(before)]).toEqual([id, title, true]);
      const limit = before.filter(isBad).length - (severity === 'error' || severity === 'blocker' ? 1 : 0);
      expect(after.filter(isBad).length).toBeLessThanOrEqual(limit);
      if (!SAME_FOR_THE_MANAGER.has(id)) continue;
      const does = ({ verdict }: Config) => ({
        queues: verdict.queues,
        arConf: verdict.arConf,
        execd: verdict.execd,
        responses: verdict.responses.map(({ agentId: _, ...response }) => response),
      });
      expect(does(plan.after)).toEqual(does(config));
    }
  }
  console.info(`fixes: ${tried} tried on ${texts.length} files`);
  expect(tried).toBeGreaterThan(10);
});

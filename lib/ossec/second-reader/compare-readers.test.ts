import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../byte-text.ts';
import { parseConfigText } from '../index.ts';
import { compareReaders } from './compare-readers.ts';
import { readWithFastXmlParser } from './read-with-fast-xml-parser.ts';

const COMMAND = '<command><name>c</name><executable>x</executable></command>';
const file = (inner: string) => `<ossec_config>\n${COMMAND}\n${inner}\n</ossec_config>\n`;
const compare = (text: string) => compareReaders(parseConfigText(encodeText(text)));
const kinds = (text: string) => compare(text).map(({ kind, line }) => `${kind} ${line}`);
const response = (inner: string) =>
  `<active-response><command>c</command><location>local</location>${inner}</active-response>`;

describe('readWithFastXmlParser', () => {
  it('sees commands and responses of all roots', () => {
    expect(readWithFastXmlParser(file('') + file(response('<!-- a --><level>5</level>')))).toEqual({
      error: null,
      commands: [
        { name: 'c', executable: 'x' },
        { name: 'c', executable: 'x' },
      ],
      responses: [{ command: 'c', location: 'local', level: '5' }],
    });
  });

  it('names the line of a mistake', () => {
    expect(readWithFastXmlParser('<ossec_config>\n<a></b>\n</ossec_config>').error?.line).toBe(2);
  });
});

describe('compareReaders', () => {
  it('is silent on a plain file', () => {
    expect(kinds(file(response('<level>5</level>')))).toEqual([]);
  });

  it.each([
    ['a second root', `${file('')}${file('')}`, ['several-roots 5']],
    ['words outside', `${file('')}bye`, ['text-outside-roots 5']],
    ['a comment only to Wazuh', file('<! a !>'), ['wazuh-comment 3']],
    ['dashes in a comment', file('<!-- a -- b -->'), ['comment-dashes 3']],
    ['a bare ampersand', file(response('<rules_group>a & b</rules_group>')), ['bare-ampersand 3']],
    ['an entity', file(response('<rules_group>a&amp;b</rules_group>')), ['other-value 3']],
    ['a backslash', file(response('<rules_group>a\\<b</rules_group>')), ['not-well-formed 3']],
    ['bytes that are no text', file(response('<rules_group>caf\udce9</rules_group>')), ['not-utf-8 3']],
    ['an XML declaration', `<?xml version="1.0"?>\n${file('')}`, ['only-wazuh-refuses 1']],
    ['tags in a value', file(response('<rules_group>a<b/>c</rules_group>')), ['other-value 3']],
    ['a mistake for everyone', file('<a></b>'), []],
  ])('finds %s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('names the tools', () => {
    expect(compare(file('<!-- a -- b -->'))[0]).toMatchObject({
      tools: ['xmllint', 'ansible'],
      message: 'Refused by xmllint and Ansible’s xml module: a comment must not hold “--”.',
    });
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.constantFrom(
      '<ossec_config>',
      '</ossec_config>',
      '<command>',
      '</command>',
      '<name>',
      'a',
      '&',
      '<!--',
      '-->',
      '!>',
      '<!',
      '\\<',
      '\xff',
      '<![CDATA[',
      ']]>',
      '<?x?>',
      '<__proto__>',
      '"',
      '=',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 30 }), (text) => {
        compareReaders(parseConfigText(text));
      }),
      { numRuns: 2000 },
    );
  });
});

const RECORDED = new URL('../../../../shared/wazuh/data/parser-cases.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: the API’s own check is not compared.');

describe.skipIf(!present)('the check of the real API', () => {
  type Case = { id: string; text?: string; accepted: boolean; apiXmlCheck: string };
  const { cases } = (present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : { cases: [] }) as { cases: Case[] };
  const readable = cases.flatMap(({ id, text, apiXmlCheck }) => {
    if (text === undefined) return [];
    const config = parseConfigText(encodeText(text));
    return config.tree.error ? [] : [{ id, config, refused: apiXmlCheck !== 'ok' }];
  });

  it.each(readable.map((one) => [one.id, one] as const))('%s', (_, { config, refused }) => {
    const found = compareReaders(config).filter(({ kind }) => !kind.startsWith('other-'));
    expect(found.some(({ tools }) => tools.includes('api'))).toBe(refused);
  });
});

import { describe, expect, it } from 'vitest';
import { encodeText } from '../../byte-text.ts';
import { parseConfigText } from '../../index.ts';
import { findInConfig, toFacts } from '../find-all.ts';
import { inWords } from '../support/check-table.ts';

const COMMAND =
  '<command><name>c</name><executable>mine.sh</executable><timeout_allowed>yes</timeout_allowed></command>\n';
const response = (inside: string, tag = 'active-response') => `<${tag}>${inside}</active-response>\n`;
const on = (location: string, more = '') =>
  response(`<command>c</command><location>${location}</location><level>9</level><timeout>60</timeout>${more}`);
const OFF = response('<disabled>yes</disabled><command>c</command><location>local</location><level>7</level>');
const root = (inside: string) => `<ossec_config>\n${COMMAND}${inside}</ossec_config>\n`;
const LIVE = on('local');

function find(text: string) {
  const config = parseConfigText(encodeText(text));
  return findInConfig(config, { ...toFacts(config.model), agents: null, scripts: null, rules: null });
}

type Row = [id: string, what: string, text: string, expected: string | null, line?: number];

const rows: Row[] = [
  [
    'manager-refuses',
    'unknown tag',
    root(on('local', '\n<rule_id>5</rule_id>')),
    'blocker: Wazuh refuses this file',
    4,
  ],
  [
    'manager-refuses',
    'unknown section',
    root('<activeresponse><a/></activeresponse>\n'),
    'blocker: Wazuh refuses this file',
    3,
  ],
  ['manager-refuses', 'empty command', root('<command> </command>\n'), 'blocker: Wazuh refuses this file', 3],
  [
    'manager-refuses',
    'pasted hyphen',
    root('<active‐response><a/></active‐response>'),
    'blocker: Wazuh refuses this file',
    3,
  ],
  [
    'manager-refuses',
    'other root',
    `${root(LIVE)}<agent_config></agent_config>`,
    'blocker: Wazuh refuses this file',
    5,
  ],
  [
    'manager-refuses',
    'syntax',
    root('<active-response><level>5</lvel></active-response>'),
    'blocker: Wazuh cannot read this file',
    3,
  ],
  ['manager-refuses', 'open comment', root(`<!-- a -->${LIVE}<!-- b\n`), 'blocker: Wazuh cannot read this file', 4],
  ['manager-refuses', 'declaration', `<?xml version="1.0"?>\n${root(LIVE)}`, 'blocker: Wazuh cannot read this file', 1],
  ['manager-refuses', 'crash', root('<wodle><disabled>no</disabled></wodle>'), 'blocker: Wazuh crashes on this file'],
  [
    'manager-refuses',
    'said already by another check',
    root(response('<command>nope</command><location>local</location>')),
    null,
  ],
  ['manager-refuses', 'sound', root(LIVE), null],
  ['no-configuration', 'no root', 'hello', 'error: This file configures nothing'],
  ['no-configuration', 'empty root', '<ossec_config></ossec_config>', null],
  ['disabled-silences-others', 'last', root(LIVE + OFF), 'error: This disabled response stops 1 other', 4],
  [
    'disabled-silences-others',
    'server below',
    root(LIVE + OFF + on('server')),
    'error: This disabled response stops 1 other on agents',
    4,
  ],
  [
    'disabled-silences-others',
    'all below',
    root(on('server') + OFF + on('all')),
    'error: This disabled response stops 1 other on the manager',
    4,
  ],
  ['disabled-silences-others', 'the one it stops', root(LIVE + OFF), 'error: c does not run', 3],
  ['disabled-silences-others', 'local below', root(LIVE + OFF + LIVE), null],
  ['disabled-silences-others', 'nothing above', root(OFF), null],
  ['disabled-silences-others', 'other direction', root(on('server') + OFF + on('server')), null],
  ['first-response-disabled', 'first', root(OFF + LIVE), 'error: The manager runs no active response at all', 3],
  [
    'first-response-disabled',
    'first of the second root',
    `${root(LIVE)}<ossec_config>${OFF}</ossec_config>`,
    'error: The manager runs no active response at all',
    5,
  ],
  ['first-response-disabled', 'second', root(LIVE + OFF + LIVE), null],
  [
    'first-response-disabled',
    'hidden by an attribute',
    root(OFF.replace('<active-response', '<active-response a="1"') + LIVE),
    null,
  ],
  ['comment-ends-early', 'exclamation', root(`<!-- off!> ${LIVE} -->`), 'warning: A comment ends at !>', 3],
  [
    'comment-ends-early',
    'DOCTYPE',
    `<!DOCTYPE a>\n${root(LIVE)}<!-- x --><ossec_config></ossec_config>`,
    'error: All from line 1 to 6 is a comment',
    1,
  ],
  ['comment-ends-early', 'usual', root(`<!-- off -->${LIVE}`), null],
  ['comment-ends-early', 'short form', root(`<! off !>${LIVE}`), null],
  ['stray-text', 'hash', root(`# ${LIVE}`), 'warning: # does not start a comment', 3],
  ['stray-text', 'in a block', root(on('local', '600')), 'warning: Wazuh ignores the text 600', 3],
  ['stray-text', 'in a root', root(`todo\n${LIVE}`), 'note: Wazuh ignores the text todo', 3],
  ['stray-text', 'outside', `${root(LIVE)}trash`, 'note: Wazuh ignores the text trash', 5],
  ['stray-text', 'comments, a byte order mark', `\ufeff${root(`<!-- words -->${LIVE}`)}`, null],
  ['stray-text', 'in another section', root(`<labels>words<label key="a">b</label></labels>${LIVE}`), null],
  [
    'ignored-attribute',
    'disabled',
    root(LIVE.replace('<active-response', '<active-response disabled="yes"')),
    'error: “disabled="yes"” does nothing',
    3,
  ],
  [
    'ignored-attribute',
    'on a tag',
    root(LIVE.replace('<level', '<level min="1"')),
    'warning: “min="1"” does nothing',
    3,
  ],
  [
    'ignored-attribute',
    'several',
    root(LIVE.replace('<level', '<level a="1" b="2"')),
    'warning: 2 attributes do nothing',
    3,
  ],
  ['ignored-attribute', 'in another section', root(`<labels><label key="a">b</label></labels>${LIVE}`), null],
  ['var-element', 'with tags', root(`${LIVE}<var name="x"><level>12</level></var>`), 'error: <var> spills its tags', 4],
  ['var-element', 'with text', root(`<var name="X">1</var>${LIVE}`), 'error: <var> has no effect', 3],
  ['var-element', 'another name', root(`<labels><vars>1</vars></labels>${LIVE}`), null],
  ['repeated-tag', 'twice', root(on('local', '<level>3</level>')), 'warning: <level> stands here 2 times', 3],
  [
    'repeated-tag',
    'in a command',
    root(LIVE).replace('<name>', '<name>x</name><name>'),
    'warning: <name> stands here 2 times',
    2,
  ],
  ['repeated-tag', 'once', root(LIVE + LIVE), null],
  ['tag-inside-value', 'tag', root(on('<level>12</level>local')), 'error: <level> stands inside <location>', 3],
  ['tag-inside-value', 'comment', root(on('lo<!-- y -->cal')), null],
  [
    'entity-not-decoded',
    'entity',
    root(on('local', '<rules_group>a&lt;b</rules_group>')),
    'warning: &lt; in <rules_group> stays as written',
    3,
  ],
  ['entity-not-decoded', 'bare', root(on('local', '<rules_group>a & b</rules_group>')), null],
  [
    'expect-ignored',
    'there',
    root(LIVE).replace('</command>', '<expect>srcip</expect></command>'),
    'note: <expect> has no effect in 1 command',
    2,
  ],
  ['expect-ignored', 'not there', root(LIVE), null],
  [
    'masked-value',
    'masked',
    root(`<cluster><key>******</key></cluster>${LIVE}`),
    'error: A secret is masked with asterisks',
    3,
  ],
  ['masked-value', 'not masked', root(`<cluster><key>c98b</key></cluster>${LIVE}`), null],
  [
    'managed-elsewhere',
    'Ansible',
    `<!-- {{ ansible_managed }} by Ansible -->\n${root(LIVE)}`,
    'warning: The file says that Ansible manages it',
    1,
  ],
  [
    'managed-elsewhere',
    'unnamed',
    `<!-- Managed by us, do not edit -->${root(LIVE)}`,
    'warning: The file says that another tool manages it',
    1,
  ],
  ['managed-elsewhere', 'a later comment', `<!-- Wazuh -->${root(`<!-- Puppet -->${LIVE}`)}`, null],
  [
    'container-managed',
    'template',
    root(`<cluster><node_name>to_be_replaced_by_hostname</node_name></cluster>${LIVE}`),
    'warning: The manager seems to run in a container',
    3,
  ],
  ['container-managed', 'plain', root(`<cluster><node_name>node01</node_name></cluster>${LIVE}`), null],
];

describe('checks over the whole file', () => {
  it.each(rows)('%s: %s', (id, _, text, expected, line) => {
    const found = find(text).filter((finding) => finding.id === id);
    if (expected === null) return expect(found).toEqual([]);
    const match = found.find((finding) => inWords(finding) === expected);
    expect(match ?? found.map(inWords)).toMatchObject({ id });
    expect(match?.line ?? null).toBe(line ?? null);
  });

  it('says what to do about a pasted hyphen', () => {
    const [first] = find('<ossec_config><active‐response><a/></active‐response></ossec_config>');
    expect(first?.detail).toContain('only looks like a hyphen');
  });
});

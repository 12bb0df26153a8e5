import { describe, expect, it } from 'vitest';
import { encodeText, toBytes } from '../ossec/byte-text.ts';
import { parseConfigText } from '../ossec/index.ts';
import { excludedRuleFiles, isExcluded } from './excluded-files.ts';
import { mergeRules, parseRuleFile } from './parse-rules.ts';

const parse = (text: string, path = 'ruleset/rules/0095-sshd_rules.xml') =>
  parseRuleFile(path, toBytes(encodeText(text)));

describe('parseRuleFile', () => {
  it('joins groups, descriptions and options as the engine does', () => {
    const { rules, problem } = parse(`<!-- a -- b -->
<var name="X">1</var>
<group name="syslog,sshd,">
  <rule id="5710" level="5">
    <if_sid>5700</if_sid>
    <regex>a & \\<b</regex>
    <description>sshd: Attempt to login </description>
    <description>using a non-existent user</description>
    <group>authentication_failed,</group>
    <group>gdpr_IV_35.7.d</group>
    <options>no_log, no_ar</options>
  </rule>
</group>
<group name="other">
  <rule level="12" id="9" overwrite="yes"><description>x</description><options>no_log</options></rule>
  <rule id="10"><description>no level</description></rule>
</group>`);
    expect(problem).toBeNull();
    expect(rules).toEqual([
      {
        id: 5710,
        level: 5,
        groups: 'syslog,sshd,authentication_failed,gdpr_IV_35.7.d',
        description: 'sshd: Attempt to login using a non-existent user',
        file: '0095-sshd_rules.xml',
        noAr: true,
        overwrites: false,
      },
      {
        id: 9,
        level: 12,
        groups: 'other',
        description: 'x',
        file: '0095-sshd_rules.xml',
        noAr: false,
        overwrites: true,
      },
    ]);
  });

  it('keeps the rules before a mistake, and names its line', () => {
    const { rules, problem } = parse(
      '<group name="a,">\n<rule id="1" level="1"></rule>\n<rule id="2" level="2"></rul>',
    );
    expect(rules.map((rule) => rule.id)).toEqual([1, 2]);
    expect(problem).toEqual({ file: '0095-sshd_rules.xml', line: 3, message: "XMLERR: Element 'rule' not closed." });
  });
});

describe('mergeRules', () => {
  it('takes the first of two, unless the second overwrites', () => {
    const file = (text: string, path: string) => parse(`<group name="g,">${text}</group>`, path);
    const rules = mergeRules([
      file('<rule id="2" level="2"/><rule id="1" level="1"></rule>', 'ruleset/rules/a.xml'),
      file('<rule id="1" level="9"></rule><rule id="2" level="0" overwrite="yes"></rule>', 'etc/rules/b.xml'),
    ]);
    expect(rules.map(({ id, level, file: name, overwritten }) => [id, level, name, overwritten])).toEqual([
      [1, 1, 'a.xml', false],
      [2, 0, 'b.xml', true],
    ]);
  });
});

describe('excludedRuleFiles', () => {
  it('finds the names in every ruleset section', () => {
    const config = parseConfigText(
      '<ossec_config><ruleset><rule_exclude>0215-policy_rules.xml</rule_exclude></ruleset></ossec_config>',
    );
    const excluded = excludedRuleFiles(config);
    expect(isExcluded('ruleset/rules/0215-policy_rules.xml', excluded)).toBe(true);
    expect(isExcluded('ruleset/rules/0216-policy_rules.xml', excluded)).toBe(false);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../ossec/byte-text.ts';
import { parseConfigText } from '../ossec/index.ts';
import { readRuleIds } from '../ossec/trigger/rule-ids.ts';
import { bindRules } from './bind-rules.ts';

const trigger = (level: number, rulesGroup: string | null, rulesId: string | null) => ({ level, rulesGroup, rulesId });
const RULES = [
  { id: 5712, level: 10, groups: 'syslog,sshd,authentication_failures,' },
  { id: 5710, level: 5, groups: 'syslog,sshd,authentication_failed,' },
  { id: 5711, level: 0, groups: 'syslog,sshd,' },
  { id: 31103, level: 7, groups: 'web,attack,' },
  { id: 999, level: 12, groups: 'x,', noAr: true },
];

describe('bindRules', () => {
  it.each([
    [trigger(0, null, null), []],
    [trigger(6, null, null), [5712, 31103]],
    [trigger(6, 'sshd', null), [5712]],
    [trigger(0, 'sshd', null), [5710, 5712]],
    [trigger(10, 'web', '5710'), [5710]],
    [trigger(0, '', null), [5710, 5712, 31103]],
    [trigger(0, null, '5711,999,31103'), [31103]],
  ])('%j sets off %j', (one, expected) => {
    expect(bindRules([one], RULES)[0]?.map((rule) => rule.id)).toEqual(expected);
  });
});

describe('readRuleIds', () => {
  it.each([
    ['5710, 5712 ,31103', [5710, 5712, 31103]],
    ['5710 5712,1', [5710, 1]],
    ['5710,\n5712', [5710]],
    ['\n5710', []],
    [',5710,,5712,', [5710, 5712]],
    ['5710x,5712', [5710, 5712]],
    ['5710,x,5712', [5710]],
    ['4294973006', [5710]],
    [`${'0'.repeat(60)}7`, [7]],
    ['-5', []],
    ['', []],
  ])('%j is %j', (text, ids) => {
    expect(readRuleIds(text)).toEqual(ids);
  });
});

const RECORDED = new URL('../../../shared/wazuh/bind-cases.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: bindings are not compared with the real engine.');

describe.skipIf(!present)('bindings made by the real 4.14.7 manager', () => {
  type Case = {
    id: string;
    input: string;
    rules: { id: number; level: number; groups: string; no_ar?: boolean }[];
    bindings: Record<string, number[]>;
  };
  const cases = (present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : []) as Case[];

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { input, rules, bindings }) => {
    const { verdict } = parseConfigText(encodeText(input));
    const facts = rules.map((rule) => ({ ...rule, noAr: rule.no_ar ?? false }));
    const ours = bindRules(verdict.responses, facts).map((bound) => bound.map((rule) => rule.id));
    const sort = (ids: number[] = []) => [...ids].sort((a, b) => a - b);
    expect(ours).toEqual(verdict.responses.map((_, index) => sort(bindings[index])));
  });
});

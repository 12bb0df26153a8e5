import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../ossec/byte-text.ts';
import { parseConfigText } from '../ossec/index.ts';
import { bindRules, toTest } from './bind-rules.ts';

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
    const ids = bindRules([one], RULES)[0]?.map((rule) => rule.id);
    expect(ids).toEqual(expected);
    expect(
      RULES.filter(toTest(one))
        .map((rule) => rule.id)
        .sort((a, b) => a - b),
    ).toEqual(expected);
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
  const agreeing = { cases: 0, responses: 0, rules: 0 };

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { input, rules, bindings }) => {
    const { verdict } = parseConfigText(encodeText(input));
    const facts = rules.map((rule) => ({ ...rule, noAr: rule.no_ar ?? false }));
    const ours = bindRules(verdict.responses, facts).map((bound) => bound.map((rule) => rule.id));
    const sort = (ids: number[] = []) => [...ids].sort((a, b) => a - b);
    expect(ours).toEqual(verdict.responses.map((_, index) => sort(bindings[index])));
    agreeing.cases++;
    agreeing.responses += ours.length;
    agreeing.rules += ours.flat().length;
  });

  it('agrees with every one of them', () => {
    const { cases: count, responses, rules } = agreeing;
    console.info(`bindings: ${count} of ${cases.length} cases agree (${responses} responses, ${rules} bound rules)`);
    expect(count).toBe(cases.length);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../ossec/byte-text.ts';
import { parseConfigText } from '../../ossec/index.ts';
import { bindRules } from '../../ruleset/bind-rules.ts';
import type { RuleVariant } from '../alert-history.ts';
import { createMemoryHistory } from '../fixtures/memory-history.ts';
import { isRefused } from '../is-refused.ts';
import { backtestResponse } from './backtest-response.ts';
import { decideVariants, variantFacts } from './decide-variants.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const GROUPS = [
  'syslog,sshd,',
  'pam,',
  'spam,',
  'syslog,sshd,authentication_failed,',
  'ms-graph',
  'web,attack,ms-graph',
];
const TRIGGERS = [null, 'sshd,', 'pam,', 'sshd,|attack,', 'ms-graph', 'ms-graph,', '^pam,', '', 'a\\w+k,'];

const rule = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  level: fc.integer({ min: 0, max: 16 }),
  groups: fc.constantFrom(...GROUPS),
  noAr: fc.boolean(),
});
const alert = fc.record({
  ruleId: fc.integer({ min: 1, max: 12 }),
  level: fc.integer({ min: 1, max: 16 }),
  groups: fc.constantFrom(...GROUPS),
  minutesAgo: fc.integer({ min: 0, max: 40 * 24 * 60 }),
  agentId: fc.constantFrom('001', '002'),
  srcip: fc.constantFrom(undefined, '10.0.0.1', '192.0.2.7', '2001:db8::1', 'bad;addr'),
  dstuser: fc.constantFrom(undefined, 'root', 'eve'),
});
const trigger = fc.record({
  level: fc.integer({ min: 0, max: 16 }),
  rulesGroup: fc.constantFrom(...TRIGGERS),
  rulesId: fc.constantFrom(null, '1', '2,3', '11', '3 4,5x'),
});
type Made = typeof alert extends fc.Arbitrary<infer T> ? T : never;

const lineOf = ({ ruleId, level, groups, minutesAgo, agentId, srcip, dstuser }: Made, at: number) =>
  JSON.stringify({
    timestamp: new Date(NOW - minutesAgo * 60_000).toISOString(),
    id: `1.${at}`,
    rule: { id: String(ruleId), level, description: 'd', groups: groups.split(',').filter(Boolean) },
    agent: { id: agentId, name: agentId },
    data: { srcip, dstuser },
  });

describe('a backtest', () => {
  it('counts what asking for each alert on its own counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { maxLength: 8 }),
        fc.array(alert, { maxLength: 60 }),
        trigger,
        fc.constantFrom([], ['10.0.0.0/8'], ['^2001:db8::1$', '192.0.2.7'], ['']),
        async (rules, alerts, asked, whiteList) => {
          const byId = new Map(rules.map((one) => [one.id, one]));
          const known = [...byId.values()];
          const history = createMemoryHistory(() => alerts.map(lineOf).join('\n'));
          const setting = { rules: { rules: known, byId }, whiteList, own: [], logLevel: 3, now: NOW };
          const response = {
            trigger: asked,
            needs: 'srcip' as const,
            timeoutSeconds: null,
            agentsEach: 1,
            days: 7 as const,
          };
          const answer = await backtestResponse(history, response, setting);
          if (answer.kind !== 'known') {
            expect(alerts).toEqual([]);
            return;
          }
          const from = Date.UTC(2026, 10, 14);
          const firing = alerts.filter(({ ruleId, level, groups, minutesAgo }) => {
            const said = groups
              .split(',')
              .filter(Boolean)
              .map((name) => `${name},`)
              .join('');
            const facts = { id: ruleId, level, groups: said, noAr: false, ...pick(byId.get(ruleId)) };
            return NOW - minutesAgo * 60_000 >= from && bindRules([asked], [facts])[0]?.length === 1;
          });
          const runs = firing.filter(
            ({ srcip = null, dstuser = null }) =>
              !(srcip !== null && covers(whiteList, srcip)) && !isRefused({ srcip, user: dstuser }),
          );
          expect(answer.alerts).toBe(firing.length);
          expect(answer.runs).toBe(runs.length);
          expect(answer.byTime.reduce((sum, one) => sum + one.runs, 0)).toBe(runs.length);
          expect(answer.lacking).toEqual({ field: 'srcip', runs: runs.filter((one) => !one.srcip).length });
          for (const { id, runs: count } of answer.rules)
            expect(count, `rule ${id}`).toBe(runs.filter(({ ruleId }) => ruleId === id).length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const pick = (known: { groups: string; noAr: boolean } | undefined) =>
  known && { groups: known.groups, noAr: known.noAr };

/** The four lists above, spelled out: no code is shared with what is tested. */
const covers = (list: readonly string[], address: string): boolean =>
  list.some((entry) => {
    if (entry === '') return true;
    if (entry === '10.0.0.0/8') return address.startsWith('10.');
    return entry.replace(/[\^$]/g, '') === address;
  });

const RECORDED = new URL('../../../../shared/wazuh/bind-cases.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: decided variants are not compared with the real engine.');

describe.skipIf(!present)('variants decided as the real 4.14.7 manager binds rules', () => {
  type Rule = { id: number; level: number; groups: string; no_ar?: boolean };
  type Case = { id: string; input: string; rules: Rule[]; bindings: Record<string, number[]> };
  const cases = (present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : []) as Case[];

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { input, rules, bindings }) => {
    const byId = new Map(rules.map((one) => [one.id, { ...one, noAr: one.no_ar ?? false }]));
    const variants = rules.map(
      ({ id, level }): RuleVariant => ({
        ...{ key: String(id), ruleId: id, level, groups: 'not,what,the,ruleset,says,', description: '', alerts: 1 },
      }),
    );
    const facts = variantFacts(variants, byId);
    parseConfigText(encodeText(input)).verdict.responses.forEach((response, index) => {
      const ours = decideVariants(response, facts).map(({ ruleId }) => ruleId);
      const theirs = bindings[index] ?? [];
      expect(ours.toSorted((a, b) => a - b)).toEqual(theirs.toSorted((a, b) => a - b));
    });
  });
});

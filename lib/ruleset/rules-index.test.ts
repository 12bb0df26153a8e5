import { describe, expect, it } from 'vitest';
import { toBytes } from '../ossec/byte-text.ts';
import { createRulesLoader } from './load-rules.ts';
import type { Rule } from './rule.ts';
import { buildRulesIndex, rulesThatFire } from './rules-index.ts';
import { searchRules } from './search-rules.ts';

const rule = (id: number, level: number, groups: string, description: string): Rule => ({
  id,
  level,
  groups,
  description,
  file: 'x.xml',
  noAr: false,
  overwritten: false,
});

const index = buildRulesIndex([
  rule(571, 3, 'ossec,', 'Something about 5710'),
  rule(5710, 5, 'syslog,sshd,authentication_failed,pci_dss_10.2.4,', 'sshd: login with a non-existent user'),
  rule(5712, 10, 'syslog,sshd,authentication_failures,', 'sshd: brute force'),
  rule(31103, 7, 'web,attack,', 'SQL injection'),
]);
const found = (query: string, limit = 10) => searchRules(index, { query, limit }).rules.map(({ id }) => id);

describe('the rules index', () => {
  it('counts groups and levels, and marks compliance tags', () => {
    expect(index.groups.slice(0, 2)).toEqual([
      { name: 'sshd', count: 2, isCompliance: false, isBare: false },
      { name: 'syslog', count: 2, isCompliance: false, isBare: false },
    ]);
    expect(index.groups.find(({ name }) => name.startsWith('pci'))?.isCompliance).toBe(true);
    expect(index.levels[10]).toBe(1);
    expect(index.byId.get(31103)?.description).toBe('SQL injection');
  });

  it('finds by id, group and words, the best first', () => {
    expect(found('5710')).toEqual([5710, 571]);
    expect(found('57')).toEqual([571, 5710, 5712]);
    expect(found('sshd brute')).toEqual([5712]);
    expect(found('attack')).toEqual([31103]);
    expect(found('SQL')).toEqual([31103]);
    expect(searchRules(index, { query: '', limit: 2 })).toMatchObject({ total: 4, rules: [{ id: 571 }, { id: 5710 }] });
    expect(found('nothing')).toEqual([]);
  });

  it('puts rules that set nothing off behind their equals, and those with more alerts first', () => {
    const equals = buildRulesIndex([
      rule(5760, 0, 'sshd,', 'a'),
      { ...rule(5761, 9, 'sshd,', 'b'), noAr: true },
      rule(5762, 5, 'sshd,', 'c'),
      rule(5763, 5, 'sshd,', 'd'),
      rule(5764, 5, 'sshd,', 'e'),
    ]);
    const ids = (alerts: Map<number, number> | null) =>
      searchRules(equals, { query: '576', limit: 10, alerts }).rules.map(({ id }) => id);
    expect(ids(null)).toEqual([5762, 5763, 5764, 5760, 5761]);
    expect(
      ids(
        new Map([
          [5764, 7],
          [5760, 90],
        ]),
      ),
    ).toEqual([5764, 5762, 5763, 5760, 5761]);
    expect(searchRules(equals, { query: '5760', limit: 10 }).rules[0]?.id).toBe(5760);
  });

  it('lists the rules that set a response off', () => {
    const ids = (level: string | null, rulesGroup: string | null, rulesId: string | null) =>
      rulesThatFire(index, { level, rulesGroup, rulesId }).map(({ id }) => id);
    expect(ids('6', 'sshd,', null)).toEqual([5712]);
    expect(ids(null, null, '31103, 571')).toEqual([571, 31103]);
    expect(ids(null, null, null)).toEqual([]);
  });

  it('searches thousands of rules within a keystroke', () => {
    const many = buildRulesIndex(
      Array.from({ length: 4500 }, (_, at) =>
        rule(at, 5, `syslog,g${at % 50},authentication_failed,`, `Rule number ${at}`),
      ),
    );
    const started = performance.now();
    for (let round = 0; round < 10; round++) searchRules(many, { query: 'rule g1', limit: 50 });
    for (let round = 0; round < 10; round++)
      rulesThatFire(many, { level: '3', rulesGroup: 'authentication_failed,|g7,', rulesId: null });
    expect((performance.now() - started) / 20).toBeLessThan(40);
  });
});

describe('createRulesLoader', () => {
  it('builds the index again only when a file or the exclusions changed', async () => {
    const file = (id: number) => toBytes(`<group name="g,"><rule id="${id}" level="3"></rule></group>`);
    const files = [
      { path: 'ruleset/rules/a.xml', bytes: file(1) },
      { path: 'etc/rules/b.xml', bytes: file(2) },
    ];
    const loader = createRulesLoader({ loadRuleFiles: async () => files });
    const first = await loader.loadRules([]);
    expect(await loader.loadRules([])).toBe(first);
    expect((await loader.loadRules(['a.xml'])).rules.map(({ id }) => id)).toEqual([2]);
    files[1] = { path: 'etc/rules/b.xml', bytes: file(3) };
    expect((await loader.loadRules([])).rules.map(({ id }) => id)).toEqual([1, 3]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesInGroup } from '../ossec/trigger/rules-setting-off.ts';
import { pieceFor, reportPieces } from './group-pieces.ts';
import type { Rule } from './rule.ts';
import { buildRulesIndex, groupNames } from './rules-index.ts';

const rule = (id: number, groups: string): Rule => ({
  ...{ id, groups, level: 5, description: '', file: 'x.xml', noAr: false, overwritten: false },
});
const rules = [
  rule(1, 'pam,'),
  rule(2, 'smtp,spam,'),
  rule(3, 'multiple_spam,'),
  rule(4, 'win,ms-graph'),
  rule(5, 'ok,'),
];

describe('pieces of a group pattern', () => {
  it('say what they match besides their name', () => {
    expect(reportPieces('pam,|ok,', rules)).toEqual([
      { piece: 'pam,', also: ['spam', 'multiple_spam'], extra: 2, missed: 0 },
    ]);
    expect(reportPieces('^pam,|a\\w+', rules)).toEqual([]);
  });

  it('say what they miss for want of a comma', () => {
    expect(reportPieces('ms-graph,', rules)).toEqual([{ piece: 'ms-graph,', also: [], extra: 0, missed: 1 }]);
    const { groups } = buildRulesIndex(rules);
    expect(groups.filter(({ isBare }) => isBare).map(({ name }) => name)).toEqual(['ms-graph']);
    expect(reportPieces(pieceFor('ms-graph', true), rules)).toEqual([]);
  });
});

const RECORDED = new URL('../../../shared/wazuh/data/rules.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: group patterns are not tried on the stock ruleset.');

describe.skipIf(!present)('the stock ruleset of 4.14.7', () => {
  type Stock = { id: number; level: number; description: string; groups: string[]; groupString?: string; file: string };
  const stock = (present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : []) as Stock[];
  const known = stock.map(({ groups, groupString, ...one }): Rule => {
    const written = groupString ?? groups.map((name) => `${name},`).join('');
    return { ...one, groups: written, noAr: false, overwritten: false };
  });

  it('has each rule in the groups that it was recorded with', () => {
    expect(known.length).toBeGreaterThan(4000);
    const sorted = (names: readonly string[] = []) => [...new Set(names)].sort();
    expect(known.map(({ groups }) => sorted(groupNames(groups)))).toEqual(stock.map(({ groups }) => sorted(groups)));
  });

  it('is matched by the piece for each of its groups, whole', () => {
    const { groups } = buildRulesIndex(known);
    const missing = groups.filter(({ name, count, isBare }) => {
      const matched = rulesInGroup(pieceFor(name, isBare), known);
      return known.filter((one) => groupNames(one.groups).includes(name) && matched.has(one)).length !== count;
    });
    expect(missing).toEqual([]);
    expect(groups.find(({ name }) => name === 'ms-graph')).toMatchObject({ isBare: true });
    expect(reportPieces('pam,', known)).toMatchObject([{ also: ['spam', 'multiple_spam'], extra: 36 }]);
  });
});

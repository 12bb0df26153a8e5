import { describe, expect, it } from 'vitest';
import { toRuleIds } from '../edit/rules-group.ts';
import { readRuleIds } from './rule-ids.ts';

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
    expect(toRuleIds(text)).toEqual(ids);
  });
});

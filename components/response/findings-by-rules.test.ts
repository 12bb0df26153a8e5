import { expect, test } from 'vitest';
import { findingsByRules, joinFindings, type RulesAnswer } from './findings-by-rules';
import { sampleData, sampleValues } from './sample-form-data';

const find = (values: object, answer: RulesAnswer | null) =>
  findingsByRules({ ...sampleValues, ...values }, sampleData, answer);
const unknown = [{ id: 576, why: 'unknown' as const }];

test('an ID that no rule has is named, as Review names it', () => {
  const found = find({ ruleIds: [5712, 576] }, { count: 9, flagged: unknown });
  expect(found.map(({ severity, title }) => [severity, title])).toEqual([['error', 'Rule 576 does not exist']]);
});

test('with nothing else to set it off, it never fires', () => {
  const found = find({ level: null, groups: [], ruleIds: [576] }, { count: 0, flagged: unknown });
  expect(found.map(({ id, detail }) => [id, detail])).toEqual([
    ['never-fires', 'No rule of this manager has the id 576.'],
  ]);
});

test('rules that set nothing off are named', () => {
  const flagged = [
    { id: 5700, why: 'level-0' as const },
    { id: 5701, why: 'no-ar' as const },
  ];
  const found = find({ ruleIds: [5700, 5701, 5712] }, { count: 1, flagged });
  expect(found.map(({ title }) => title)).toEqual([
    'Rule 5700 never sets off a response',
    'Rule 5701 never sets off a response',
  ]);
});

test('nothing is said of rules that exist, and before the manager answered', () => {
  expect(find({ ruleIds: [5712] }, { count: 1, flagged: [] })).toEqual([]);
  expect(find({ ruleIds: [576] }, null)).toEqual([]);
});

test('findings are joined the worst first, and none twice', () => {
  const [error] = find({ ruleIds: [576] }, { count: 9, flagged: unknown });
  if (!error) throw new Error('no finding');
  const note = { ...error, id: 'all-agents', severity: 'note' as const };
  expect(joinFindings([note], [error])).toEqual([error, note]);
  expect(joinFindings([error], [error])).toEqual([error]);
});

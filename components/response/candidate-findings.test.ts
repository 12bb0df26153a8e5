import { expect, test } from 'vitest';
import { emptyResponse } from '@/lib/forms/response-form';
import { findInFacts } from '@/lib/ossec/findings/find-in-facts';
import { candidateFindings, placeCandidate } from './candidate-findings';
import { sampleData, sampleResponse, sampleValues } from './sample-form-data';

const find = (values: object, data = sampleData) =>
  candidateFindings({ ...sampleValues, ...values }, data, findInFacts);

test('nothing is said before a command is chosen', () => {
  expect(candidateFindings(emptyResponse, sampleData, findInFacts)).toEqual([]);
});

test('only findings about this response are shown', () => {
  const broken = { ...sampleData, facts: { ...sampleData.facts, responses: [{ ...sampleResponse, command: 'gone' }] } };
  expect(find({}, broken).some(({ title }) => title.includes('gone'))).toBe(false);
});

test('questions that are not answered yet are no findings', () => {
  const ids = find({ level: null, groups: [], location: null, duration: null, timeoutSeconds: null }).map(
    ({ id }) => id,
  );
  expect(ids).not.toContain('missing-options');
  expect(ids).not.toContain('never-fires');
});

test('several agents are one block each, and the same words are said once', () => {
  const values = { ...sampleValues, location: 'defined-agent' as const, agentIds: ['001', '003'] };
  const { facts, responses } = placeCandidate(values, sampleData);
  expect([...responses].map((at) => facts.responses[at]?.agentId)).toEqual(['001', '003']);
  const said = find(values).map(({ title, detail }) => `${title} ${detail}`);
  expect(new Set(said).size).toBe(said.length);
});

test('an edited response stands in its own place', () => {
  const { facts, responses } = placeCandidate(sampleValues, { ...sampleData, position: 0, original: sampleResponse });
  expect(facts.responses).toHaveLength(1);
  expect([...responses]).toEqual([0]);
  expect(facts.responses[0]?.rulesGroup).toBe('sshd,');
});

/* Every check over its cases; and every check has some: at least one that raises it, and one near miss that must not. */
import { describe, expect, it } from 'vitest';
import { encodeText } from '../byte-text.ts';
import { parseConfigText } from '../index.ts';
import { commandCases } from './command/command-cases.ts';
import { fileCases } from './file/file-cases.ts';
import { CHECKS, FILE_CHECKS, findInConfig, toFacts } from './find-all.ts';
import { managerCases } from './manager/manager-cases.ts';
import { effectCases } from './response/effect-cases.ts';
import { placeCases } from './response/place-cases.ts';
import { triggerCases } from './response/trigger-cases.ts';
import { inWords, testChecks } from './support/check-table.ts';

const factCases = new Map([...commandCases, ...managerCases, ...effectCases, ...placeCases, ...triggerCases]);

testChecks(factCases);

function find(text: string) {
  const config = parseConfigText(encodeText(text));
  return findInConfig(config, { ...toFacts(config.model), agents: null, scripts: null, rules: null });
}

describe('checks over the whole file', () => {
  it.each(fileCases)('%s: %s', (id, _, text, expected, line) => {
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

describe('every check', () => {
  const expected = new Map<string, (string | null)[]>();
  const note = (id: string, words: string | null) => expected.set(id, [...(expected.get(id) ?? []), words]);
  for (const [{ id }, rows] of factCases) for (const [, , words] of rows) note(id, words);
  for (const [id, , , words] of fileCases) note(id, words);
  const ids = [...CHECKS, ...FILE_CHECKS].map(({ id }) => id);

  it.each(ids)('%s has a case that raises it', (id) => {
    expect(expected.get(id)?.filter((words) => words !== null)).not.toHaveLength(0);
    expect(expected.has(id)).toBe(true);
  });

  it.each(ids)('%s has a near miss that does not', (id) => {
    expect(expected.get(id)).toContain(null);
  });

  it('is known: no cases stand for a check that is gone', () => {
    expect([...expected.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

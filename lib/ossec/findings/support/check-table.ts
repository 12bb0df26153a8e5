/* For tests: a table of facts and what a check must say about them. */
import { describe, expect, it } from 'vitest';
import type { Check, Facts, Finding, Severity } from '../finding.ts';

/** What the facts are, the facts, and "severity: title" of a finding; null when the check must be silent. */
export type Row = [what: string, facts: Facts, expected: `${Severity}: ${string}` | null];

export const inWords = ({ severity, title }: Finding): string => `${severity}: ${title}`;

export function testChecks(tables: ReadonlyMap<Check, Row[]>): void {
  describe.each([...tables].map(([check, rows]) => [check.id, check, rows] as const))('%s', (id, check, rows) => {
    it.each(rows)('%s', (_, given, expected) => {
      const found = check.run(given);
      expect(found.every((finding) => finding.id === id)).toBe(true);
      if (expected === null) expect(found).toEqual([]);
      else expect(found.map(inWords)).toContain(expected);
    });
  });
}

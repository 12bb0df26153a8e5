import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../fixtures/any-alert.ts';
import { CONTRACT_ALERTS, UNREADABLE_LINES } from '../../fixtures/contract-alerts.ts';
import { readAlert } from '../../read-alert.ts';
import { AlertReader } from './alert-reader.ts';
import { LineScanner } from './scan-line.ts';
import { Vocabulary } from './vocabulary.ts';

function readAll(lines: readonly string[]) {
  const words = new Vocabulary();
  const reader = new AlertReader(words);
  for (const line of lines) {
    const bytes = Buffer.from(` ${line} `);
    reader.addLine(bytes, 1, bytes.length - 1);
  }
  const { rows, reports, unreadable } = reader;
  const alerts = Array.from({ length: rows.count }, (_, row) => {
    const { key, ruleId, level, groups } = words.variants.entries[rows.variant[row] ?? -1] ?? {};
    const agent = words.agents.entries[rows.agent[row] ?? -1];
    const { address, srcip } = words.sources.entries[rows.source[row] ?? -1] ?? {};
    return {
      ...{ id: rows.idOf(row), at: rows.at[row], variant: key, ruleId, level, groups },
      description: words.descriptions.entries[rows.description[row] ?? -1]?.text,
      ...{ agentId: agent?.id, agentName: agent?.name, address, srcip },
      user: words.users.entries[rows.user[row] ?? -1]?.name,
    };
  });
  return { alerts, reports, unreadable };
}

function expected(lines: readonly string[]) {
  const read = lines.filter((line) => line !== '').map((line) => readAlert(line));
  const alerts = read.filter((alert) => alert !== null);
  return {
    alerts: alerts.map(({ report, ...alert }) => alert),
    reports: alerts.flatMap(({ report }) => report ?? []),
    unreadable: read.length - alerts.length,
  };
}

const isScanned = (line: string): boolean => {
  const bytes = Buffer.from(line);
  return new LineScanner().scan(bytes, 0, bytes.length);
};

describe('AlertReader', () => {
  test('reads what readAlert reads', () => {
    const lines = [...CONTRACT_ALERTS, ...UNREADABLE_LINES, ...CONTRACT_ALERTS, ''];
    expect(readAll(lines)).toEqual(expected(lines));
  });

  test('reads ordinary lines as bytes', () => {
    expect(CONTRACT_ALERTS.filter(isScanned).length).toBe(CONTRACT_ALERTS.length - 2);
  });

  test('reads any line as readAlert does', () => {
    fc.assert(
      fc.property(fc.array(anyLine(), { maxLength: 12 }), (lines) => {
        expect(readAll(lines)).toEqual(expected(lines));
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  test('reads lines that lost, doubled or changed a byte as readAlert does', () => {
    const line = fc.constantFrom(...CONTRACT_ALERTS);
    const byte = fc.constantFrom(...'"\\{}[]:,0-.eu\t\u0001é x');
    const broken = fc.tuple(line, fc.nat(), byte, fc.nat(3)).map(([text, place, character, how]) => {
      const at = place % text.length;
      if (how === 0) return text.slice(0, at);
      return text.slice(0, at) + (how === 1 ? '' : character) + text.slice(how === 3 ? at : at + 1);
    });
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 6 }), (lines) => {
        expect(readAll(lines)).toEqual(expected(lines));
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test('keeps apart only so many, and says which it does not', () => {
    const small = { total: 3, day: 2, length: 100 };
    const words = new Vocabulary({ variants: small, agents: small, sources: small, users: small, descriptions: small });
    const numbers = ['10.0.0.1', '10.0.0.2', '10.0.0.3', 'a b', '10.0.0.1'].map((at) => words.source(at, at));
    expect(numbers.map((number) => words.sources.entries[number])).toMatchObject([
      { address: '10.0.0.1', folded: 0 },
      { address: '10.0.0.2', folded: 0 },
      { folded: 1 },
      { folded: 2 },
      { address: '10.0.0.1', folded: 0 },
    ]);
  });
});

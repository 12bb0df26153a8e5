import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../byte-text.ts';
import { toGroupPattern } from './os-regex.ts';

const matches = (pattern: string, subject: string) => toGroupPattern(encodeText(pattern)).matches(encodeText(subject));
const SSHD = 'syslog,sshd,authentication_failed,';

describe('the pattern language of rules_group', () => {
  it.each([
    ['AUTH', true],
    ['sshd,attack', false],
    ['^sshd', false],
    ['^syslog', true],
    ['failed,$', true],
    ['failed$', false],
    ['', true],
    ['web|', true],
    ['auth*', false],
    ['syslog.sshd', false],
    ['syslog\\.sshd', true],
    ['sshd,\\.*failed', true],
    ['(sshd)', true],
    ['(sshd|web)', false],
    ['(ss)(hd)', false],
    ['()', false],
    ['((sshd))', false],
    ['sshd)', false],
    ['\\q|sshd', false],
    ['sshd\\', false],
    ['\\w+d,', true],
    ['\\d', false],
    ['sshd\\p', true],
    ['\\W+sshd', true],
    ['\\w+,\\w+,\\w+,$', true],
    ['^\\w+,\\w+,$', false],
    ['x\\$', false],
    ['web|sshd', true],
  ])('%j is %j', (pattern, expected) => {
    expect(matches(pattern, SSHD)).toBe(expected);
  });

  it('never matches a byte above ASCII, not even itself', () => {
    expect(matches('café', 'café,')).toBe(false);
    expect(matches('caf\\.\\.,', 'café,')).toBe(true);
  });

  it('gives up on patterns made to take for ever', () => {
    const pattern = `${'\\w*'.repeat(30)}!`;
    const started = performance.now();
    expect(matches(pattern, 'a'.repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Slow and obvious: every way to match from here, by recursion. */
function reference(tokens: string[], subject: string, at: number, atEnd: boolean): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return !atEnd || at === subject.length;
  const repeat = token.length === 3 ? token[2] : undefined;
  if (repeat === '*' && reference(rest, subject, at, atEnd)) return true;
  const code = subject[at];
  if (code === undefined) return false;
  const takes =
    token[0] !== '\\'
      ? token === code
      : { w: /[a-z0-9_@-]/, W: /[^a-z0-9_@-]/, d: /\d/, s: / /, '.': /./ }[token[1] ?? '']?.test(code);
  if (!takes) return false;
  if (repeat && reference([`${token.slice(0, 2)}*`, ...rest], subject, at + 1, atEnd)) return true;
  return reference(rest, subject, at + 1, atEnd);
}

describe('the pattern language against a slow reference', () => {
  const token = fc.constantFrom('a', 'b', ',', '1', '\\w', '\\w+', '\\w*', '\\W', '\\d+', '\\.', '\\.*', '\\s', '\\W*');
  const alternative = fc.record({ tokens: fc.array(token, { maxLength: 6 }), start: fc.boolean(), end: fc.boolean() });
  const subject = fc.string({ unit: fc.constantFrom('a', 'b', ',', '1', ' '), maxLength: 10 });

  it('finds only what is there, and all of it where nothing repeats', () => {
    let possible = 0;
    let missed = 0;
    fc.assert(
      fc.property(fc.array(alternative, { minLength: 1, maxLength: 3 }), subject, (alternatives, text) => {
        const pattern = alternatives
          .map(({ tokens, start, end }) => `${start ? '^' : ''}${tokens.join('')}${end ? '$' : ''}`)
          .join('|');
        const expected = alternatives.some(({ tokens, start, end }) =>
          Array.from({ length: start ? 1 : text.length + 1 }, (_, at) => at).some((at) =>
            reference(tokens, text, at, end),
          ),
        );
        const found = matches(pattern, text);
        if (found || !/[+*]/.test(pattern)) expect(found).toBe(expected);
        if (expected) possible++;
        if (expected && !found) missed++;
      }),
      { numRuns: 3000 },
    );
    expect(missed).toBeLessThan(possible / 5);
  });

  it.each([
    ['authentication_\\w+s,$', 'sshd,authentication_failures,', true],
    ['authentication_\\w+s,$', 'sshd,authentication_success,', false],
  ])('%j on %j is %j, as recorded', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\\', '(', ')', '|', '^', '$', '+', '*', 'w', 'a', '\xe9', '\0') }),
        subject,
        (pattern, text) => {
          expect(typeof toGroupPattern(pattern).matches(text)).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const RECORDED = new URL('../../../../shared/wazuh/data/parser-cases.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: rules_group patterns are not compared with the real engine.');

describe.skipIf(!present)('rules_group patterns run through the real engine', () => {
  type Case = { rulesGroup: string; matches: string[] };
  const { groupStrings, groupMatching } = (
    present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : { groupStrings: [], groupMatching: [] }
  ) as { groupStrings: string[]; groupMatching: Case[] };

  it.each(groupMatching.map((one) => [one.rulesGroup, one.matches] as const))('%j', (pattern, expected) => {
    expect(groupStrings.filter((groups) => matches(pattern, groups))).toEqual(expected);
  });
});

/*
 * A file of a megabyte is planned in well under a tenth of a second on a developer's machine. The bound here is wide: it is
 * to catch work that grows with the square of the file, on any machine.
 */
import { describe, expect, it } from 'vitest';
import { parseConfigText } from '../index.ts';
import type { Change } from './change.ts';
import { planChanges } from './plan-changes.ts';

const BLOCKS = 3_000;
const MANY = 1_000;
const LIMIT_MS = 3_000;

/** Time at work, not time waited for others: on a busy machine a clock on the wall tells of them. */
const cpuMs = () => process.cpuUsage().user / 1000;

function largeConfig(eol: string): string {
  const numbers = Array.from({ length: BLOCKS }, (_, n) => n);
  const commands = numbers.map((n) =>
    [
      '  <!-- note -->',
      '  <command>',
      `    <name>c${n}</name>`,
      `    <executable>x${n}.sh</executable>`,
      '    <timeout_allowed>yes</timeout_allowed>',
      '  </command>',
      '',
      '',
    ].join(eol),
  );
  const responses = numbers.map((n) =>
    [
      '  <active-response>',
      `    <command>c${n}</command>`,
      '    <location>local</location>',
      '    <level>7</level>',
      '    <timeout>600</timeout>',
      '  </active-response>',
      '',
      '',
    ].join(eol),
  );
  const off = numbers.map((n) => `  <!-- <active-response><command>c${n}</command></active-response> -->${eol}`);
  return ['<ossec_config>', ...commands, ...responses, ...off, '</ossec_config>'].join(eol);
}

const many = (change: (n: number) => Change): Change[] => Array.from({ length: MANY }, (_, n) => change(n));
const level = (index: number): Change => ({ op: 'edit-response', index, set: { level: 9 } });

describe.each([
  ['on lines', '\n'],
  ['on one line', ''],
])('a megabyte %s', (_, eol) => {
  const config = parseConfigText(largeConfig(eol));

  it.each<[string, Change[]]>([
    ['one edit', [level(2_999)]],
    ['one removal', [{ op: 'remove-response', index: 1_500 }]],
    ['many edits', many(level)],
    ['many removals', many((index) => ({ op: 'remove-response', index }))],
    ['many disabled', many((index) => ({ op: 'disable-response', index }))],
    ['many renamed', many((n) => ({ op: 'edit-command', name: `c${n}`, set: { name: `d${n}` } }))],
    ['many new responses', many((n) => ({ op: 'add-response', response: { command: `c${n}`, location: 'all' } }))],
    ['many new commands', many((n) => ({ op: 'add-command', command: { name: `d${n}`, executable: 'x' } }))],
  ])('plans %s', (_what, changes) => {
    const start = cpuMs();
    expect(planChanges(config, changes).ok).toBe(true);
    expect(cpuMs() - start).toBeLessThan(LIMIT_MS);
  });

  it('finds the one change to blame among many', () => {
    const command: Change = { op: 'add-command', command: { name: 'no', executable: 'x' } };
    const bad: Change = { op: 'edit-response', index: 5, set: { command: 'no' } };
    const start = cpuMs();
    const plan = planChanges(config, [...many(level), command, bad, ...many(level)]);
    expect(plan).toMatchObject({ ok: false, refused: [{ change: MANY + 1, code: 'timeout-not-allowed' }] });
    expect(cpuMs() - start).toBeLessThan(LIMIT_MS * 2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../describe/phrase.ts';
import type { Change } from '../edit/change.ts';
import { type Config, parseConfigText, planChanges } from '../index.ts';
import { compareConfigs, meaningOf } from './compare-configs.ts';

const command = (name: string, rest = '') =>
  `  <command>\n    <name>${name}</name>\n    <executable>${name}.sh</executable>\n${rest}  </command>\n`;
const response = (inner: string) => `  <active-response>\n    ${inner}\n  </active-response>\n`;
const file = (...blocks: string[]) => parseConfigText(`<ossec_config>\n${blocks.join('')}</ossec_config>\n`);
const YES = '    <timeout_allowed>yes</timeout_allowed>\n';
const use = (name: string, rest: string) => response(`<command>${name}</command><location>local</location>${rest}`);

describe('compareConfigs', () => {
  it('sees no change in equal files', () => {
    const one = file(command('a'));
    expect(compareConfigs(one, one)).toEqual({ changes: [], otherLinesChanged: false, sentences: [] });
  });

  it('tells an edit from a removal and an addition', () => {
    const before = file(command('a'), command('b'), use('a', '<level>7</level>'), use('b', '<level>7</level>'));
    const after = file(
      command('a'),
      command('c'),
      use('a', '<level>10</level><rules_group>sshd,|web,</rules_group>'),
      use('c', '<rules_id>5712, 5763</rules_id>'),
    );
    const { changes, otherLinesChanged, sentences } = compareConfigs(before, after);
    expect(changes).toEqual([
      { op: 'add-command', command: { name: 'c', executable: 'c.sh' } },
      { op: 'edit-response', index: 0, set: { level: 10, rulesGroup: ['sshd', 'web'] } },
      { op: 'remove-response', index: 1 },
      { op: 'add-response', response: { command: 'c', location: 'local', rulesId: [5712, 5763] } },
      { op: 'remove-command', name: 'b' },
    ]);
    expect(otherLinesChanged).toBe(false);
    expect(sentences.map(toText)[1]).toBe(
      'a from level 7 to 10: Trigger: level ≥ 7 → level ≥ 10 and group sshd or web',
    );
  });

  it('follows a renamed command', () => {
    const before = file(command('a'), use('a', '<level>7</level>'));
    const renamed = file(command('a').replace('>a<', '>z<'), use('z', '<level>7</level>'));
    expect(compareConfigs(before, renamed)).toMatchObject({
      changes: [{ op: 'edit-command', name: 'a', set: { name: 'z' } }],
      otherLinesChanged: false,
    });
  });

  it('sees a response go into a comment and come out again', () => {
    const on = file(command('a'), use('a', '<level>7</level>'), use('a', '<level>9</level>'));
    const plan = planChanges(on, [{ op: 'disable-response', index: 0 }]);
    if (!plan.ok) throw new Error('refused');
    expect(compareConfigs(on, plan.after)).toMatchObject({
      changes: [{ op: 'disable-response', index: 0 }],
      otherLinesChanged: false,
    });
    expect(compareConfigs(plan.after, on)).toMatchObject({
      changes: [{ op: 'enable-response', commented: 0 }],
      otherLinesChanged: false,
    });
  });

  it('says that other lines changed when a value, a place or a comment is not sayable', () => {
    const before = file(command('a'), use('a', '<level>7</level>'), use('a', '<level>9</level>'));
    const odd = file(command('a'), use('a', '<level>07</level>'), use('a', '<level>9</level>'));
    const moved = file(command('a'), use('a', '<level>9</level>'), use('a', '<level>7</level>'));
    const noted = file(command('a', '    <!-- mine -->\n'), use('a', '<level>7</level>'), use('a', '<level>9</level>'));
    const further = file(
      command('a'),
      use('a', '<level>7</level>'),
      use('a', '<level>9</level>'),
      '<global><x>1</x></global>',
    );
    for (const after of [odd, moved, noted, further])
      expect(compareConfigs(before, after)).toMatchObject({ changes: [], otherLinesChanged: true });
  });
});

const names = fc.constantFrom('a', 'b', 'c');
const commands = fc
  .uniqueArray(fc.record({ name: names, undo: fc.boolean(), program: fc.constantFrom('p', 'q') }), {
    selector: (one) => one.name,
    minLength: 1,
  })
  .chain((list) =>
    fc
      .array(
        fc.record({
          command: fc.constantFrom(...list.map((one) => one.name)),
          location: fc.constantFrom('local', 'server', 'all'),
          level: fc.option(fc.integer({ min: 0, max: 16 })),
          group: fc.option(fc.constantFrom('sshd,', 'web,|attack,', '^x')),
          ids: fc.option(fc.constantFrom('5712', '1,2', '1, 2')),
          timeout: fc.option(fc.integer({ min: 1, max: 9999 })),
          off: fc.constantFrom('no', 'no', 'no', 'comment'),
        }),
        { maxLength: 5 },
      )
      .map((responses) => ({ list, responses })),
  );

const tag = (name: string, value: unknown) => (value === null ? '' : `    <${name}>${value}</${name}>\n`);

/** A whole file of random blocks; timeouts only where the command allows them. */
const configs: fc.Arbitrary<Config> = commands.map(({ list, responses }) => {
  const blocks = list
    .map(({ name, undo, program }) => command(name, undo ? YES : '').replace(`${name}.sh`, program))
    .sort();
  const uses = responses.map((one) => {
    const undo = list.find(({ name }) => name === one.command)?.undo;
    const rest = [
      tag('level', one.level),
      tag('rules_group', one.group),
      tag('rules_id', one.ids),
      tag('timeout', undo ? one.timeout : null),
    ].join('');
    const text = use(one.command, `\n${rest}`).replace('local<', `${one.location}<`);
    return one.off === 'comment' ? `  <!-- ${text.trim()} -->\n` : text;
  });
  return file(...blocks, ...uses);
});

describe('compareConfigs on random files', () => {
  it('lists changes that lead from the one to the other', () => {
    let planned = 0;
    fc.assert(
      fc.property(configs, configs, (before, after) => {
        const { changes, otherLinesChanged } = compareConfigs(before, after);
        const plan = planChanges(before, changes as Change[]);
        if (!plan.ok || otherLinesChanged) return;
        planned++;
        expect(meaningOf(plan.after)).toBe(meaningOf(after));
        expect(compareConfigs(plan.after, after).changes).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(planned).toBeGreaterThan(150);
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<command>', '</command>', '<ossec_config>', '<name>', 'a', '/', '>', '<!--', '-->'),
        }),
        configs,
        (text, config) => {
          compareConfigs(parseConfigText(text), config);
          compareConfigs(config, parseConfigText(text));
        },
      ),
    );
  });
});

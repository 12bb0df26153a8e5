/* Every kind of change on every sample layout: what it gives is what was asked, in the layout of the file. */
import { describe, expect, it } from 'vitest';
import { encodeText } from '../byte-text.ts';
import { latin1, samples } from '../fixtures/sample-configs.ts';
import { type Config, parseConfigText } from '../index.ts';
import type { Change } from './change.ts';
import { planChanges } from './plan-changes.ts';
import { applyEdits, invertEdits } from './text-edit.ts';

const files: [string, string][] = [
  ...Object.entries(samples).map(([name, text]): [string, string] => [name, encodeText(text)]),
  ['latin1', latin1],
];

const command: Change = { op: 'add-command', command: { name: 'new', executable: 'new.sh', timeoutAllowed: true } };
const response: Change = { op: 'add-response', response: { command: 'new', location: 'local', level: 5, timeout: 60 } };

function everyChange({ model }: Config): Change[][] {
  const each = <T>(list: T[], change: (item: T) => Change[]) => list.flatMap(change).map((one) => [one]);
  return [
    [command],
    [command, response],
    [{ op: 'add-white-list', address: '192.0.2.9' }],
    ...each(model.commands, ({ name }) => [
      { op: 'edit-command', name: name ?? '', set: { name: 'other', executable: 'other.sh', extraArgs: '-x' } },
      { op: 'remove-command', name: name ?? '' },
    ]),
    ...each(model.responses, ({ index }) => [
      { op: 'edit-response', index, set: { level: 4, rulesGroup: ['web'], rulesId: [1], location: 'all' } },
      { op: 'disable-response', index },
      { op: 'enable-response', index },
      { op: 'remove-response', index },
    ]),
    ...each(model.commented, ({ commented }) => [
      { op: 'enable-response', commented },
      { op: 'remove-response', commented },
    ]),
    [...model.responses.map(({ index }): Change => ({ op: 'remove-response', index })), command, response],
  ];
}

describe.each(files)('the sample %s', (_, text) => {
  const config = parseConfigText(text);

  it('is one that the manager accepts', () => {
    expect(config.verdict.errors).toEqual([]);
    expect(config.model.problem).toBeNull();
  });

  it('takes every change or refuses it with a reason, in its own line ends, and gives it back', () => {
    for (const changes of everyChange(config)) {
      const plan = planChanges(config, changes);
      if (!plan.ok) {
        expect(plan.refused[0]?.code).toMatch(/^(command-in-use|would-silence-others)$/);
        continue;
      }
      const after = plan.after.tree.text;
      if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
      else expect(after).not.toContain('\r');
      expect(after).not.toMatch(/\n[ \t\r]*\n[ \t\r]*\n/);
      expect(applyEdits(after, invertEdits(text, plan.edits))).toBe(text);
    }
  });
});

/* Every single edit of every real file we have: refused with a reason, or done on the block's own lines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toByteString, toBytes } from '../byte-text.ts';
import { type Config, parseConfig } from '../index.ts';
import { LOCATIONS, type Span } from '../model/config-model.ts';
import { LineIndex } from '../model/line-index.ts';
import type { Change } from './change.ts';
import { planChanges } from './plan-changes.ts';
import { REFUSAL_CODES } from './refusal.ts';
import { applyEdits } from './text-edit.ts';

const SHARED = new URL('../../../../shared/wazuh/', import.meta.url);
const present = existsSync(SHARED);
if (!present) console.warn('../shared is absent: the planner is not tried on the real configurations.');

const corpus = present ? readdirSync(new URL('corpus/', SHARED)).filter((name) => name.endsWith('.conf')) : [];
const files = present ? ['data/default-manager-ossec.conf', ...corpus.map((name) => `corpus/${name}`)] : [];
const read = (file: string) => new Uint8Array(readFileSync(new URL(file, SHARED)));

/** A change, and the blocks whose lines it may touch; none for one that only adds. */
type Edit = { change: Change; spans: Span[] };

function commandEdits({ model }: Config): Edit[] {
  return model.commands.flatMap(({ name, span, timeoutAllowed }) => {
    if (name === null) return [];
    const users = [...model.responses, ...model.commented].filter((one) => one.command === name);
    const edit = (set: object): Edit => ({ change: { op: 'edit-command', name, set }, spans: allNamed });
    const allNamed = model.commands.filter((one) => one.name === name).map((one) => one.span);
    const rename: Edit = { ...edit({ name: 'riposte-new' }), spans: [...allNamed, ...users.map((one) => one.span)] };
    const remove: Edit = { change: { op: 'remove-command', name }, spans: [span, ...allNamed] };
    const one = { executable: 'riposte.sh', timeoutAllowed: !timeoutAllowed, extraArgs: '-v -x' };
    return [rename, remove, ...Object.entries(one).map(([key, value]) => edit({ [key]: value }))];
  });
}

const SETS = {
  level: 3,
  rulesGroup: ['sshd', 'web'],
  rulesId: [5710, 31103],
  timeout: 1234,
  agentId: '042',
  location: 'server',
  disabled: true,
} as const;
const UNSETS = ['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout', 'disabled'] as const;

function responseEdits({ model }: Config): Edit[] {
  const blocks = [
    ...model.responses.map(({ index, span }) => ({ target: { index }, span })),
    ...model.commented.map(({ commented, span }) => ({ target: { commented }, span })),
  ];
  return blocks.flatMap(({ target, span }) => {
    const sets = Object.entries(SETS).map(([key, value]) => ({ set: { [key]: value } }));
    const changes: Change[] = [
      ...sets.map((set) => ({ op: 'edit-response' as const, ...target, ...set })),
      ...UNSETS.map((key) => ({ op: 'edit-response' as const, ...target, set: {}, unset: [key] })),
      { op: 'remove-response', ...target },
      { op: 'disable-response', ...target },
      { op: 'enable-response', ...target },
    ];
    return changes.map((change) => ({ change, spans: [span] }));
  });
}

function additions({ model }: Config): Edit[] {
  const command = model.commands.at(-1)?.name ?? 'riposte-new';
  const responses = LOCATIONS.map((location): Change => {
    const agent = location === 'defined-agent' ? { agentId: '007' } : {};
    return { op: 'add-response', response: { command, location, ...agent, level: 10 } };
  });
  const added: Change = { op: 'add-command', command: { name: 'riposte-new', executable: 'riposte.sh' } };
  return [added, { op: 'add-white-list' as const, address: '192.0.2.77' }, ...responses].map((change) => ({
    change,
    spans: [],
  }));
}

/** The bytes that the edits touch lie on the lines of the blocks; beside them only a blank line may go. */
function assertLocal(config: Config, { spans }: Edit, edits: { start: number; end: number }[]): void {
  const { text } = config.tree;
  const lines = new LineIndex(text);
  for (const { start, end } of edits) {
    const block = spans.find((span) => {
      const [first, last] = [lines.lineOf(span.start) - 1, lines.lineOf(span.end - 1) + 1];
      return lines.lineOf(start) >= first && lines.lineOf(Math.max(start, end - 1)) <= last;
    });
    // What only adds takes no byte away.
    if (spans.length === 0) expect(end).toBe(start);
    else expect(block).toBeDefined();
    if (!block) continue;
    expect(text.slice(start, Math.max(start, block.start)).trim()).toBe('');
    expect(text.slice(Math.min(end, block.end), end).trim()).toBe('');
  }
}

let plans = 0;
let refusals = 0;

function tryEdit(config: Config, edit: Edit): void {
  const plan = planChanges(config, [edit.change]);
  if (!plan.ok) {
    refusals++;
    const [{ code, change } = { code: null, change: -1 }] = plan.refused;
    expect(REFUSAL_CODES).toContain(code);
    expect(code).not.toBe('read-back-differs');
    expect(change).toBe(0);
    return;
  }
  plans++;
  expect(plan.after.tree.error).toBeNull();
  if (config.verdict.accepted) expect(plan.after.verdict.accepted).toBe(true);
  assertLocal(config, edit, plan.edits);
}

describe.skipIf(!present)('the real configurations', () => {
  it.each(files)('%s', (file) => {
    const bytes = read(file);
    const config = parseConfig(bytes);
    const none = planChanges(config, []);
    expect(none.ok && toBytes(applyEdits(toByteString(bytes), none.edits))).toEqual(bytes);
    for (const edit of [...commandEdits(config), ...responseEdits(config), ...additions(config)]) tryEdit(config, edit);
  });

  it('were edited often enough to mean something', () => {
    console.info(`${files.length} files: ${plans} single edits planned, ${refusals} refused`);
    expect(plans).toBeGreaterThan(files.length * 10);
  });
});

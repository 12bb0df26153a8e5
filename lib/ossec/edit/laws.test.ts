/* The laws of the core (docs/architecture.md), over made-up files in every layout. Seeded: a failure repeats. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../byte-text.ts';
import { arbitraryChange, arbitraryChanges } from '../fixtures/arbitrary-changes.ts';
import { arbitraryBytes, arbitraryConfig, mutatedConfig } from '../fixtures/arbitrary-config.ts';
import { holdsFor } from '../fixtures/law.ts';
import { type Config, changesSchema, parseConfigText } from '../index.ts';
import type { ConfigModel } from '../model/config-model.ts';
import type { Change } from './change.ts';
import { type Plan, planChanges } from './plan-changes.ts';
import { REFUSAL_CODES } from './refusal.ts';
import { applyEdits, invertEdits, offsetBefore } from './text-edit.ts';

const withChanges = (text: fc.Arbitrary<string>, list: (model: ConfigModel) => fc.Arbitrary<Change[]>) =>
  text.map(parseConfigText).chain((config) => fc.tuple(fc.constant(config), list(config.model)));
const oneEdit = (model: ConfigModel) =>
  arbitraryChange(model)
    .filter((change) => change.op === 'edit-response')
    .map((change) => [change]);

/** Runs `check` for the made-up plans that are not refused, and makes sure that there are enough of them. */
function forPlans(
  numRuns: number,
  check: (config: Config, plan: Plan, changes: Change[]) => void,
  list = arbitraryChanges,
) {
  let planned = 0;
  holdsFor(withChanges(arbitraryConfig, list), numRuns, ([config, changes]) => {
    const plan = planChanges(config, changes);
    if (!plan.ok) return;
    planned++;
    check(config, plan, changes);
  });
  expect(planned).toBeGreaterThan(numRuns / 8);
}

const NUMBER = /^\d+$/;
const numberOf = (text: string | null) => (text !== null && NUMBER.test(text) ? Number(text) : undefined);
const idsOf = (text: string | null) =>
  text !== null && /^\d+( *, *\d+)*$/.test(text) ? text.split(',').map(Number) : undefined;
const given = <T extends object>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T;

/** Every value of the file, asked for as it is. */
function asItIs(model: ConfigModel): Change[] {
  const commands = model.commands.map((one) => {
    const { name, executable, extraArgs, timeoutAllowed } = one;
    const set = { name: name ?? undefined, executable: executable ?? undefined, timeoutAllowed };
    return { op: 'edit-command', name: name ?? '', set: { ...set, extraArgs: extraArgs ?? undefined } };
  });
  const responses = [...model.responses, ...model.commented].map((one) => ({
    op: 'edit-response',
    ...('index' in one ? { index: one.index } : { commented: one.commented }),
    fingerprint: one.fingerprint,
    set: {
      command: one.command ?? undefined,
      location: one.location === 'Localhost' ? undefined : (one.location ?? undefined),
      agentId: one.agentId ?? undefined,
      level: numberOf(one.level),
      rulesGroup: one.rulesGroup ?? undefined,
      rulesId: idsOf(one.rulesId),
      timeout: numberOf(one.timeout),
      disabled: one.disabled || 'commented' in one,
    },
  }));
  return changesSchema.parse(given([...commands, ...responses]));
}

describe('planned edits', () => {
  it('plan nothing for no change, whatever the bytes', () => {
    holdsFor(fc.oneof(mutatedConfig, arbitraryBytes), 500, (text) => {
      expect(planChanges(parseConfigText(text), [])).toMatchObject({ ok: true, edits: [] });
    });
  });

  it('get-put: asking for what the file says changes no byte', () => {
    let files = 0;
    holdsFor(arbitraryConfig, 400, (text) => {
      const config = parseConfigText(text);
      const first = new Map(config.model.commands.map((command) => [command.name, command]).reverse() as never);
      const changes = asItIs({ ...config.model, commands: [...first.values()] as never });
      const plan = planChanges(config, changes);
      if (config.model.problem || !config.verdict.accepted) return;
      files++;
      expect(plan).toMatchObject({ ok: true, edits: [] });
    });
    expect(files).toBeGreaterThan(100);
  });

  it('are sorted, do not overlap, and leave every other byte', () => {
    forPlans(800, (config, { edits, after }) => {
      const { text } = config.tree;
      const changed = applyEdits(text, edits);
      expect(after.tree.text).toBe(changed);
      let at = 0;
      let shift = 0;
      for (const edit of edits) {
        expect(edit.start).toBeGreaterThanOrEqual(at);
        expect(edit.end).toBeGreaterThanOrEqual(edit.start);
        expect(edit.text).not.toBe(text.slice(edit.start, edit.end));
        expect(changed.slice(at + shift, edit.start + shift)).toBe(text.slice(at, edit.start));
        if (edit.start > at) expect(offsetBefore(edits, at + shift)).toBe(at);
        at = edit.end;
        shift += edit.text.length - (edit.end - edit.start);
      }
      expect(changed.slice(at + shift)).toBe(text.slice(at));
    });
  });

  it('inverse: can be taken back exactly', () => {
    forPlans(800, ({ tree }, { edits, after }) => {
      expect(applyEdits(after.tree.text, invertEdits(tree.text, edits))).toBe(tree.text);
    });
  });

  it('keep a file that the manager accepts accepted, and readable in any case', () => {
    forPlans(800, (config, { after }) => {
      expect(after.tree.error).toBeNull();
      expect(after.model.problem).toBeNull();
      if (config.verdict.accepted) expect(after.verdict.errors).toEqual([]);
    });
  });

  it('leave comments and foreign sections as they were', () => {
    const foreign = ({ tree }: Config) =>
      tree.nodes
        .filter((node) => node.depth === 1 && !['command', 'active-response', 'global'].includes(node.name))
        .map(({ start, end }) => tree.text.slice(start, end));
    forPlans(500, (config, { after }) => expect(foreign(after)).toEqual(foreign(config)));
  });
});

describe('reading back', () => {
  it('put-get: shows the asked values, and the old ones everywhere else', () => {
    let edited = 0;
    const check = ({ model }: Config, { after }: Plan, [change]: Change[]) => {
      if (change?.op !== 'edit-response' || change.index === undefined) return;
      if (change.set.disabled !== undefined || change.unset?.includes('disabled')) return;
      edited++;
      const { rulesGroup, rulesId, level, timeout, ...texts } = change.set;
      const now = after.model.responses[change.index];
      const unset = new Set<string>(change.unset ?? []);
      for (const [key, value] of Object.entries(texts)) {
        if (!unset.has(key)) expect(now?.[key as 'command']).toBe(value);
      }
      if (level !== undefined && !unset.has('level')) expect(Number(now?.level)).toBe(level);
      if (timeout !== undefined && !unset.has('timeout')) expect(Number(now?.timeout)).toBe(timeout);
      if (rulesId?.length && !unset.has('rulesId')) expect(idsOf(now?.rulesId ?? null)).toEqual(rulesId);
      if (typeof rulesGroup === 'string' && !unset.has('rulesGroup')) expect(now?.rulesGroup).toBe(rulesGroup);
      for (const key of unset) expect(now?.[key as 'level']).toBeNull();
      const others = ({ responses, commands }: ConfigModel) => [
        ...responses.filter(({ index }) => index !== change.index).map((one) => one.fingerprint),
        ...commands.map((one) => one.fingerprint),
      ];
      expect(others(after.model)).toEqual(others(model));
    };
    forPlans(1_500, check, oneEdit);
    expect(edited).toBeGreaterThan(60);
  });

  it('put-put: the last of two values wins, as if the first had never been asked', () => {
    holdsFor(fc.tuple(arbitraryConfig, fc.nat(20), fc.nat(20)), 400, ([text, first, second]) => {
      const config = parseConfigText(text);
      const level = (value: number): Change => ({ op: 'edit-response', index: 0, set: { level: value } });
      const both = planChanges(config, [level(first), level(second)]);
      const last = planChanges(config, [level(second)]);
      if (last.ok) expect(both).toMatchObject({ ok: true, edits: last.edits });
    });
  });

  it('renaming there and back in one draft changes nothing', () => {
    holdsFor(arbitraryConfig, 300, (text) => {
      const config = parseConfigText(text);
      const name = config.model.commands[0]?.name;
      if (!name || config.model.problem || config.model.commands.some((command) => command.shadowed)) return;
      const rename = (from: string, to: string): Change => ({ op: 'edit-command', name: from, set: { name: to } });
      expect(planChanges(config, [rename(name, 'interim'), rename('interim', name)])).toMatchObject({ edits: [] });
    });
  });

  it('disabling and enabling again gives the same bytes', () => {
    let files = 0;
    holdsFor(fc.tuple(arbitraryConfig, fc.nat(3)), 800, ([text, index]) => {
      const config = parseConfigText(text);
      if (!config.verdict.accepted || config.model.responses[index]?.disabled !== false) return;
      const off = planChanges(config, [{ op: 'disable-response', index }]);
      if (!off.ok || off.after.model.commented.length === config.model.commented.length) return;
      files++;
      const before = new Set(config.model.commented.map((one) => one.fingerprint));
      const commented = off.after.model.commented.findIndex((one) => !before.has(one.fingerprint));
      const on = planChanges(off.after, [{ op: 'enable-response', commented }]);
      // A timeout that the manager dropped all along is not switched on again.
      if (!on.ok) expect(on.refused[0]?.code).toBe('timeout-not-allowed');
      else expect(on.after.tree.text).toBe(text);
    });
    expect(files).toBeGreaterThan(30);
  });
});

describe('a refusal', () => {
  it('is typed, names a change of the list, and a planner never throws', () => {
    const texts = fc.oneof(arbitraryConfig, mutatedConfig, arbitraryBytes);
    holdsFor(withChanges(texts, arbitraryChanges), 2_500, ([config, changes]) => {
      const plan = planChanges(config, changes);
      if (plan.ok) return;
      expect(plan.refused.length).toBeGreaterThan(0);
      for (const { change, code, message, hint, line } of plan.refused) {
        expect(changes[change]).toBeDefined();
        expect(REFUSAL_CODES).toContain(code);
        expect(message && hint).toBeTruthy();
        if (line !== null) expect(line).toBeLessThanOrEqual(config.model.lineCount + 1);
      }
    });
  });

  it('is the same for the changes up to the one it names, and those before it can be planned', () => {
    holdsFor(withChanges(arbitraryConfig, arbitraryChanges), 600, ([config, changes]) => {
      const plan = planChanges(config, changes);
      if (plan.ok || config.model.problem) return;
      const at = plan.refused[0]?.change ?? 0;
      expect(planChanges(config, changes.slice(0, at + 1)).ok).toBe(false);
    });
  });

  it('is never given because the planned text reads differently', () => {
    holdsFor(withChanges(arbitraryConfig, arbitraryChanges), 1_000, ([config, changes]) => {
      const plan = planChanges(config, changes);
      if (!plan.ok) expect(plan.refused.map(({ code }) => code)).not.toContain('read-back-differs');
    });
  });
});

describe('bytes that are no UTF-8', () => {
  it('stay as they are beside an edit', () => {
    const text =
      '<ossec_config><!-- Z\xfcrich --><command><name>a</name><executable>caf\xe9</executable></command></ossec_config>';
    const plan = planChanges(parseConfigText(text), [{ op: 'edit-command', name: 'a', set: { extraArgs: 'é' } }]);
    expect(plan.ok && plan.after.tree.text).toBe(
      text.replace('</executable>', '</executable><extra_args>\xc3\xa9</extra_args>'),
    );
    expect(plan.ok && plan.after.model.commands[0]?.executable).toBe(decodeText('caf\xe9'));
  });
});

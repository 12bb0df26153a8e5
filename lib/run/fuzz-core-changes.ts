// Owns the changes that fuzz-core.ts asks for: some that save a file as it is, some at random. Plain data for the planner.
import type { Change, ConfigModel } from '../ossec/index.ts';
import { LOCATIONS } from '../ossec/model/config-model.ts';
import type { Random } from '../sandbox/seeded-random.ts';

const PLAIN_NUMBER = /^(0|[1-9]\d{0,8})$/;
const PLAIN_IDS = /^\d{1,8}(,\d{1,8})*$/;

/** Leaves out what is not given. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>;

/** A form for every block, saved as it was opened: one change each. */
export function unchangedSaves({ commands, responses, commented }: ConfigModel, accepted: boolean): Change[] {
  const named = commands.filter(({ name, shadowed }) => name !== null && !shadowed);
  return [
    ...named.map(({ name, executable, extraArgs, timeoutAllowed, fingerprint }): Change => {
      const set = { name: name ?? undefined, executable: executable ?? undefined, extraArgs: extraArgs ?? undefined };
      // Of a value that is neither yes nor no, only a yes is known.
      const allowed = accepted || timeoutAllowed ? { timeoutAllowed } : {};
      return { op: 'edit-command', name: name ?? '', fingerprint, set: { ...given(set), ...allowed } };
    }),
    ...[...responses, ...commented].map((block): Change => {
      const numberOf = (text: string | null) => (text !== null && PLAIN_NUMBER.test(text) ? Number(text) : undefined);
      const isPlace = LOCATIONS.some((word) => word === block.location);
      const set = {
        command: block.command ?? undefined,
        location: isPlace ? (block.location as (typeof LOCATIONS)[number]) : undefined,
        agentId: block.agentId ?? undefined,
        level: numberOf(block.level),
        rulesGroup: block.rulesGroup ?? undefined,
        rulesId: block.rulesId && PLAIN_IDS.test(block.rulesId) ? block.rulesId.split(',').map(Number) : undefined,
        timeout: numberOf(block.timeout),
        disabled: block.disabled || 'commented' in block,
      };
      const target = 'commented' in block ? { commented: block.commented } : { index: block.index };
      return { op: 'edit-response', ...target, fingerprint: block.fingerprint, set: given(set) };
    }),
  ];
}

const GOOD_TEXTS = ['drop', 'fresh', 'x y', 'caf\u00e9', 'a\\b', 'a & b'] as const;
const BAD_TEXTS = ['x\\', 'a<b', '', '-->', '!>', '\udcff'] as const;
const TEXTS = [...GOOD_TEXTS, ...GOOD_TEXTS, ...GOOD_TEXTS, ...BAD_TEXTS] as const;
const GROUPS = ['sshd,', 'web,|attack,', '^x$', '(', '\u00e9', 'a|', '-->'] as const;
const ADDRESSES = ['127.0.0.1', '10.0.0.0/8', '^::1$', 'a|', '', '300.1.1.1'] as const;
const KEYS = ['agentId', 'level', 'rulesGroup', 'rulesId', 'timeout', 'disabled'] as const;

type Response = Extract<Change, { op: 'edit-response' }>['set'];

function someValues(random: Random, names: readonly string[]): Response {
  const maybe = <T>(value: () => T): T | undefined => (random.below(3) === 0 ? value() : undefined);
  return given({
    command: maybe(() => names[random.below(names.length)] ?? 'fresh'),
    location: maybe(() => random.pick(LOCATIONS)),
    agentId: maybe(() => random.pick(['001', '7', '012', '3', '0', 'x'])),
    level: maybe(() => random.below(21)),
    rulesGroup: maybe(() => (random.below(2) === 0 ? ['sshd', 'web'] : random.pick(GROUPS))),
    rulesId: maybe(() => Array.from({ length: random.below(4) }, () => random.below(99_999))),
    timeout: maybe(() => random.below(1_000)),
  }) as Response;
}

/** One to four changes, mostly ones that make sense for the file. */
export function someChanges(model: ConfigModel, random: Random): Change[] {
  const names = model.commands.flatMap(({ name }) => name ?? []);
  const name = () => (random.below(8) > 0 && names[random.below(names.length)]) || random.pick(TEXTS);
  const target = () =>
    random.below(4) === 0 && model.commented.length > 0
      ? { commented: random.below(model.commented.length) }
      : { index: random.below(model.responses.length + (random.below(10) === 0 ? 1 : 0)) };
  const makers: readonly [() => Change, ...(() => Change)[]] = [
    () => ({
      op: 'add-command',
      command: { name: random.pick(TEXTS), executable: random.pick(TEXTS), timeoutAllowed: true },
    }),
    () => ({
      op: 'edit-command',
      name: name(),
      set:
        random.below(2) === 0
          ? { name: random.pick(TEXTS) }
          : { executable: random.pick(TEXTS), timeoutAllowed: random.below(2) === 0 },
      ...(random.below(4) === 0 && { unset: ['extraArgs' as const] }),
    }),
    () => ({ op: 'remove-command', name: name() }),
    () => ({
      op: 'add-response',
      response: { ...someValues(random, names), command: name(), location: random.pick(LOCATIONS) },
    }),
    () => ({
      op: 'edit-response',
      ...target(),
      set: someValues(random, names),
      ...(random.below(3) === 0 && { unset: [random.pick(KEYS)] }),
    }),
    () => ({ op: 'edit-response', ...target(), set: someValues(random, names) }),
    () => ({ op: 'remove-response', ...target() }),
    () => ({ op: 'disable-response', ...target() }),
    () => ({ op: 'enable-response', ...target() }),
    () => ({ op: 'add-white-list', address: random.pick(ADDRESSES) }),
    () => ({ op: 'remove-white-list', address: model.whiteList[0]?.address ?? '127.0.0.1' }),
  ];
  return Array.from({ length: random.pick([1, 1, 1, 2, 4]) }, () => random.pick(makers)());
}

/*
 * What a person's limits say of a change: two configurations compared block by block, so that it does not matter which way
 * the change came (a form, a block of a revision, a whole version, a restart). Pure; knows no person and no draft.
 */
import type { Limits } from '../auth/roles.ts';
import { compareConfigs } from '../ossec/compare/compare-configs.ts';
import { itemKey, type ResponseItem, responseItems, valuesKey } from '../ossec/compare/response-item.ts';
import type { CommandBlock, Config } from '../ossec/index.ts';
import { locationsOf } from '../ossec/model/load-response.ts';

export type LimitRefusal = {
  status: 'refused';
  code: 'limited-all' | 'limited-commands';
  message: string;
  hint: string;
  line: null;
};

type Way = {
  before: Config;
  after: Config;
  /** A whole other version, not a list of changes: then any line of the file may differ. */
  whole: boolean;
};

const refuse = (code: LimitRefusal['code'], message: string): LimitRefusal => ({
  status: 'refused',
  code,
  message,
  hint: 'An administrator can change that.',
  line: null,
});

/** The first thing on the way from one file to the other that these limits do not allow; null when there is none. */
export function refuseByLimits({ noAll, commands }: Limits, way: Way): LimitRefusal | null {
  if (way.before.tree.text === way.after.tree.text) return null;
  if (noAll && bringsAll(way)) return refuse('limited-all', 'Your account may not use every agent (all).');
  if (commands === null) return null;
  const foreign = firstForeign(new Set(commands), way);
  if (foreign === null) return null;
  const names = commands.length === 0 ? 'no command' : `only ${commands.join(', ')}`;
  return refuse('limited-commands', `Your account may change ${names}, not ${foreign}.`);
}

const allItems = (config: Config): ResponseItem[] => {
  const { blocks, commented } = responseItems(config);
  return [...blocks, ...commented];
};

const isOnAll = ({ block }: ResponseItem): boolean => locationsOf(block.location ?? '').includes('ALL_AGENTS');

const commandKey = ({ name, executable, extraArgs, timeoutAllowed, shadowed }: CommandBlock): string =>
  JSON.stringify([name, executable, extraArgs, timeoutAllowed, shadowed]);

/**
 * Is there a response on all that was not there, or was off, or said something else? What its command runs is part of it:
 * that is what every agent would run. Taking one away and switching one off is no use of it.
 */
function bringsAll({ before, after }: Way): boolean {
  const keyIn = (config: Config) => (item: ResponseItem) => {
    const command = config.model.commands.find(({ name }) => name !== null && name === item.block.command);
    return `${valuesKey(item)} ${command ? commandKey(command) : ''}`;
  };
  const split = (config: Config, off: boolean) =>
    allItems(config)
      .filter((item) => isOnAll(item) && item.off === off)
      .map(keyIn(config));
  const [on, off] = [split(before, false), split(before, true)];
  const newlyOn = without(split(after, false), on);
  const stillOn = without(on, split(after, false));
  return newlyOn.length > 0 || without(split(after, true), [...off, ...stillOn]).length > 0;
}

/** What is left of a list once each of the others was taken out once. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

type Named = { name: string | null; key: string };

/** The name of the first command whose blocks differ and that is not among these; or what else differs, in words. */
function firstForeign(allowed: ReadonlySet<string>, { before, after, whole }: Way): string | null {
  const foreign = (config: Config): Named[] =>
    [
      ...config.model.commands.map((one) => ({ name: one.name, key: commandKey(one) })),
      ...allItems(config).map((item) => ({ name: item.block.command, key: itemKey(item) })),
    ].filter(({ name }) => name === null || !allowed.has(name));
  const other = firstDifference(foreign(before), foreign(after));
  if (other) return other.name === null || other.name === '' ? 'a block without a command' : other.name;
  const addresses = ({ model }: Config) => model.whiteList.map(({ address }) => ({ name: null, key: address }));
  if (firstDifference(addresses(before), addresses(after))) return 'the white list';
  return whole && compareConfigs(before, after).otherLinesChanged ? 'other lines of the file' : null;
}

function firstDifference(before: readonly Named[], after: readonly Named[]): Named | null {
  const [was, is] = [before.map(({ key }) => key), after.map(({ key }) => key)];
  const key = without(is, was)[0] ?? without(was, is)[0];
  return [...after, ...before].find((one) => one.key === key) ?? null;
}

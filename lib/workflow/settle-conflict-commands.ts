/*
 * The commands that remade responses need: by the name they have now, or added again where somebody removed them. Pure.
 */
import type { Change, CommandBlock, CommandInput, Config } from '../ossec/index.ts';
import { nameAfter } from './conflict-block.ts';
import { renameInDraft } from './merge-change.ts';
import type { Versions } from './settle-conflict-remake.ts';

/** What a command block says, as a change adds it; null for one without a name or a program. */
export function commandInput({ name, executable, extraArgs, timeoutAllowed }: CommandBlock): CommandInput | null {
  if (!name || !executable) return null;
  return { name, executable, ...(timeoutAllowed && { timeoutAllowed }), ...(extraArgs && { extraArgs }) };
}

const usedBy = (change: Change): string | null => {
  if (change.op === 'add-response') return change.response.command;
  return change.op === 'edit-response' ? (change.set.command ?? null) : null;
};

/** Every name that a response can use once the others of the draft are planned on `now`. */
function knownNames(now: Config, others: readonly Change[]): Set<string> {
  const names = new Set(now.model.commands.flatMap(({ name }) => name ?? []));
  for (const change of others) {
    if (change.op === 'add-command') names.add(change.command.name);
    if (change.op !== 'edit-command' || change.set.name === undefined) continue;
    names.delete(change.name);
    names.add(change.set.name);
  }
  return names;
}

/** `changes`, with each command they name there to be named. A command that no version knows is left to the planner. */
export function withMissingCommands(changes: readonly Change[], { before, now, others }: Versions): Change[] {
  const known = knownNames(now, [...others, ...changes]);
  const again: Change[] = [];
  const result = changes.map((change) => {
    const name = usedBy(change);
    if (name === null || known.has(name)) return change;
    const renamed = nameAfter(before, now, name);
    if (known.has(renamed)) return rename(change, name, renamed);
    const block = before.model.commands.find((one) => one.name === name);
    const command = block && commandInput(block);
    if (!command) return change;
    known.add(name);
    again.push({ op: 'add-command', command });
    return change;
  });
  return [...again, ...result];
}

const rename = (change: Change, from: string, to: string): Change =>
  renameInDraft([{ id: '', change, madeAt: 0 }], from, to)[0]?.change ?? change;

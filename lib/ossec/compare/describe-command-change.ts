/* An edited or removed command in words: each value that changes, from what to what. */
import type { Phrase } from '../describe/phrase.ts';
import type { Change } from '../edit/change.ts';
import type { ConfigModel } from '../model/config-model.ts';
import type { ChangeWords } from './describe-change.ts';

type CommandChange = Extract<Change, { op: 'edit-command' | 'remove-command' }>;

/** "Program: a → b" as a piece; null when nothing changes. */
export const fromTo = (label: string, was: string, is: string): Phrase | null =>
  was === is ? null : [`${label}: `, was, ' → ', { strong: is }];

/** Pieces joined by "; ". */
export const joinPieces = (pieces: readonly (Phrase | null)[]): Phrase =>
  pieces.filter((piece) => piece !== null).flatMap((piece, at) => (at === 0 ? [...piece] : ['; ', ...piece]));

export function describeCommandChange(model: ConfigModel, change: CommandChange): ChangeWords {
  const block = model.commands.find(
    (command) => command.name === change.name && (!('index' in change) || command.index === change.index),
  );
  const line = block?.line ?? null;
  const users = model.responses.filter((response) => response.command === change.name).length;
  if (change.op === 'remove-command') {
    const detail: Phrase = block?.executable ? ['It ran ', { strong: block.executable }, '.'] : [];
    return { title: `Command ${change.name} removed`, detail, line };
  }
  const { set, unset = [] } = change;
  const undo = (allowed: boolean) => (allowed ? 'allowed' : 'not allowed');
  const wasAllowed = block?.timeoutAllowed ?? false;
  const isRenamed = set.name !== undefined && set.name !== change.name;
  const follow = users === 1 ? '1 response follows' : `${users} responses follow`;
  const detail = joinPieces([
    fromTo('Program', block?.executable ?? 'none', set.executable ?? block?.executable ?? 'none'),
    fromTo(
      'Arguments',
      block?.extraArgs ?? 'none',
      unset.includes('extraArgs') ? 'none' : (set.extraArgs ?? block?.extraArgs ?? 'none'),
    ),
    fromTo(
      'Undo',
      undo(wasAllowed),
      undo(unset.includes('timeoutAllowed') ? false : (set.timeoutAllowed ?? wasAllowed)),
    ),
    isRenamed && users > 0 ? [follow] : null,
  ]);
  return {
    title: isRenamed ? `Command ${change.name} renamed to ${set.name}` : `Command ${change.name} changed`,
    detail,
    line,
  };
}

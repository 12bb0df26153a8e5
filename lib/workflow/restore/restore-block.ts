/*
 * One block of an older version into the draft, and nothing else of it. A response whose command is not in the file brings
 * the command along.
 */
import { addAudit } from '../../audit/audit-log.ts';
import type { Revision } from '../../history/revisions.ts';
import { compareConfigs } from '../../ossec/compare/compare-configs.ts';
import { type Change, type Config, type PlanResult, planChanges } from '../../ossec/index.ts';
import { addToDraft, replaceForTarget } from '../change-draft.ts';
import { type DraftOutcome, refused, withDraft } from '../draft-transaction.ts';
import { targetOf } from '../merge-change.ts';
import { loadParsed, type Workspace } from '../workspace.ts';

/** A block that differs, as the change that makes it again what it was; with what has to come along. */
export type RestorableBlock = { change: Change; companions: Change[] };

/** The blocks in which the file differs from an older version, and whether there is more than blocks. */
export function restorableBlocks(config: Config, older: Config): { blocks: RestorableBlock[]; isMore: boolean } {
  const { changes, otherLinesChanged } = compareConfigs(config, older);
  const blocks = changes.map((change) => ({ change, companions: companionsOf(config, change, changes) }));
  return { blocks, isMore: otherLinesChanged };
}

const setOf = (change: Change): { command?: string; timeout?: number } =>
  change.op === 'add-response' ? change.response : change.op === 'edit-response' ? change.set : {};

/** The command that the response needs and that is not in the file, or not as it was then. */
function companionsOf({ model }: Config, change: Change, all: readonly Change[]): Change[] {
  const { command, timeout } = setOf(change);
  const block = 'index' in change ? model.responses.find(({ index }) => index === change.index) : undefined;
  const name = command ?? block?.command;
  const known = model.commands.find((one) => one.name === name);
  if (known && (timeout === undefined || known.timeoutAllowed)) return [];
  return all.filter(
    (one) =>
      (one.op === 'add-command' && one.command.name === name) ||
      (one.op === 'edit-command' && (one.set.name === name || (one.name === name && one.set.timeoutAllowed === true))),
  );
}

/** What the file would be with this block alone. */
export const planBlock = (config: Config, { change, companions }: RestorableBlock): PlanResult =>
  planChanges(config, [...companions, change]);

const moved: DraftOutcome = refused({
  code: 'block-changed',
  message: 'This block is no longer different in the way it was shown.',
  hint: 'ossec.conf or your draft was changed meanwhile. Reload the page.',
  line: null,
});

/** Puts the block that `change` stands for into the draft. `change` is one of restorableBlocks, as it was shown. */
export function restoreBlock(workspace: Workspace, revision: Revision, change: Change): DraftOutcome {
  return withDraft(workspace, (fresh) => {
    const older = loadParsed(fresh.database, revision.sha256);
    if (!fresh.config || !older) return moved;
    const asked = JSON.stringify(change);
    const { blocks } = restorableBlocks(fresh.config, older);
    const block = blocks.find((one) => sameChange(one.change, asked));
    if (!block) return moved;
    const outcome = putIntoDraft(fresh, block);
    if (outcome.status !== 'saved') return outcome;
    const detail = { revision: revision.id, sha256: revision.sha256, op: change.op };
    addAudit(fresh.database, { person: fresh.person, action: 'restored-block', detail });
    return outcome;
  });
}

/** The order of keys is not part of a change. */
const sameChange = (one: Change, asked: string): boolean => canonical(one) === canonical(JSON.parse(asked));

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What the draft said of the block before gives way: the block is to be what it was then. */
function putIntoDraft(workspace: Workspace, { change, companions }: RestorableBlock): DraftOutcome {
  const held = new Set((workspace.draft?.changes ?? []).map((one) => canonical(one.change)));
  const missing = [...companions, change].filter((one) => targetOf(one) !== null || !held.has(canonical(one)));
  const target = targetOf(change);
  return target === null ? addToDraft(workspace, missing) : replaceForTarget(workspace, target, missing);
}

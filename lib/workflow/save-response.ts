/*
 * Saving the response form: from values to changes of the draft, with the guards that the server keeps whatever the browser
 * did: the block is the one the form was opened on, `all` needs the number of agents, agents must exist.
 */
import { type ResponseBefore, responseChanges, responseValues } from '../forms/response-changes.ts';
import type { ResponseFormTarget, ResponseFormValues } from '../forms/response-form.ts';
import { outcomesOf, type ResponseOutcome } from '../ossec/edit/outcome.ts';
import type { Change } from '../ossec/index.ts';
import type { ActionResult } from '../view/action-result.ts';
import { addToDraft, replaceAdded, replaceForTarget } from './change-draft.ts';
import { type DraftOutcome, withDraft } from './draft-transaction.ts';
import { plannedChanges } from './draft-view.ts';
import type { Workspace } from './workspace.ts';

const invalid = (field: string, message: string): ActionResult<never> => ({
  status: 'invalid',
  fields: { [field]: message },
  form: null,
});

const changedSince: ActionResult<never> = {
  status: 'conflict',
  message: 'This response was changed since you opened it.',
  hint: 'Reload the page to see what it says now. Copy what you typed first.',
};

export async function saveResponseToDraft(
  workspace: Workspace,
  target: ResponseFormTarget,
  values: ResponseFormValues,
): Promise<ActionResult> {
  const needsAgents = values.location === 'all' || values.location === 'defined-agent';
  const ids = needsAgents ? (await workspace.manager.loadAgents()).agents.map(({ id }) => id) : [];
  return withDraft(workspace, (fresh) => save(fresh, target, values, ids));
}

function save(
  workspace: Workspace,
  target: ResponseFormTarget,
  values: ResponseFormValues,
  agentIds: readonly string[],
): ActionResult {
  const before = isBlock(target) ? beforeOf(workspace, target) : null;
  if (isBlock(target) && !before) return changedSince;
  const problem =
    allProblem(workspace, target, values, agentIds) ??
    agentProblem(values, agentIds, before) ??
    timeoutProblem(workspace, values);
  if (problem) return problem;
  return named(values, store(workspace, target, responseChanges(target, values, before)));
}

const isBlock = ({ kind }: ResponseFormTarget): boolean => kind === 'block' || kind === 'commented';

const plannedOf = ({ draft }: Workspace) => (draft ? plannedChanges(draft) : []);

/** The response as the given changes of the draft leave it; undefined when there is none at the target's place. */
function findOutcome(
  { config }: Workspace,
  target: ResponseFormTarget,
  changes: readonly { id: string; change: Change }[],
): ResponseOutcome | undefined {
  if (!config) return undefined;
  const addedIds = changes.filter(({ change }) => change.op === 'add-response').map(({ id }) => id);
  const { responses } = outcomesOf(
    config.model,
    changes.map(({ change }) => change),
  );
  return responses.find(({ block, added }) => {
    if (target.kind === 'added') return added !== null && addedIds[added] === target.changeId;
    if (!block || target.kind === 'new' || block.fingerprint !== target.fingerprint) return false;
    return 'commented' in block
      ? target.kind === 'commented' && block.commented === target.commented
      : target.kind === 'block' && block.index === target.index;
  });
}

/** The block of the file, its command by the name that the draft gives it. Null when it is no longer that block. */
function beforeOf(workspace: Workspace, target: ResponseFormTarget): ResponseBefore | null {
  const renames = plannedOf(workspace).filter(({ change }) => change.op === 'edit-command');
  const facts = findOutcome(workspace, target, renames)?.after;
  return facts ? { facts, timeoutAllowed: isTimeoutAllowed(workspace, facts.command) ?? false } : null;
}

/** As the draft leaves the command; undefined when there is none of this name. */
function isTimeoutAllowed(workspace: Workspace, name: string | null): boolean | undefined {
  const changes = plannedOf(workspace).map(({ change }) => change);
  const commands = workspace.config ? outcomesOf(workspace.config.model, changes).commands : [];
  return commands.find(({ after }) => after?.name === name)?.after?.timeoutAllowed;
}

/** Was this response on every agent already, in the file or in the draft? Then nobody has to confirm it again. */
function allProblem(
  workspace: Workspace,
  target: ResponseFormTarget,
  values: ResponseFormValues,
  agentIds: readonly string[],
): ActionResult<never> | null {
  if (values.location !== 'all' || values.confirmedAgents.trim() === String(agentIds.length)) return null;
  const outcome = target.kind === 'new' ? undefined : findOutcome(workspace, target, plannedOf(workspace));
  if (outcome?.before?.location === 'all' || outcome?.after?.location === 'all') return null;
  return invalid('confirmedAgents', `Type ${agentIds.length}, the number of agents that could run it.`);
}

/** An agent that the manager no longer knows may stay where it is. */
function agentProblem(
  values: ResponseFormValues,
  agentIds: readonly string[],
  before: ResponseBefore | null,
): ActionResult<never> | null {
  if (values.location !== 'defined-agent') return null;
  const known = new Set([...agentIds, ...(before ? responseValues(before.facts, false).agentIds : [])]);
  const unknown = values.agentIds.filter((id) => !known.has(id));
  return unknown.length > 0 ? invalid('agentIds', `The manager has no agent ${unknown.join(', ')}.`) : null;
}

/** A command that does not allow a timeout would make the response permanent without a word (dialect §5.4). */
function timeoutProblem(workspace: Workspace, values: ResponseFormValues): ActionResult<never> | null {
  if (values.duration !== 'timed') return null;
  const allowed = values.newCommand?.timeoutAllowed ?? isTimeoutAllowed(workspace, values.command) ?? true;
  if (allowed) return null;
  const words = 'This command does not allow a timeout. Choose “Do not undo”, or allow a timeout in the command.';
  return invalid('timeoutSeconds', words);
}

function store(workspace: Workspace, target: ResponseFormTarget, changes: Change[]): DraftOutcome {
  if (target.kind === 'new') return addToDraft(workspace, changes);
  if (target.kind === 'block') return replaceForTarget(workspace, `response ${target.index}`, changes);
  if (target.kind === 'commented') return replaceForTarget(workspace, `commented ${target.commented}`, changes);
  const [first, ...agents] = changes.filter(({ op }) => op === 'add-response');
  if (!first) return addToDraft(workspace, changes);
  const others = changes.filter(({ op }) => op !== 'add-response');
  return replaceAdded(workspace, target.changeId, first, [...others, ...agents]);
}

/** A taken name belongs to the field of the command that is defined on the spot. */
function named(values: ResponseFormValues, outcome: DraftOutcome): ActionResult {
  const isName = outcome.status === 'refused' && (outcome.code === 'name-taken' || outcome.code === 'name-reserved');
  if (!isName || !values.newCommand) return outcome;
  return invalid('newCommand.name', `${outcome.message} ${outcome.hint}`);
}

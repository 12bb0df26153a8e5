/*
 * Saving the response form: from values to changes of the draft, with the guards that the server keeps whatever the browser
 * did: `all` needs the number of agents, and its agents must exist.
 */

import { responseChanges } from '../forms/response-changes.ts';
import type { ResponseFormTarget, ResponseFormValues } from '../forms/response-form.ts';
import { outcomesOf, responseFacts } from '../ossec/edit/outcome.ts';
import type { ResponseFacts } from '../ossec/findings/finding.ts';
import type { Change } from '../ossec/index.ts';
import type { ActionResult } from '../view/action-result.ts';
import { addToDraft, replaceAdded, replaceForTarget } from './change-draft.ts';
import type { Workspace } from './workspace.ts';

const invalid = (field: string, message: string): ActionResult<never> => ({
  status: 'invalid',
  fields: { [field]: message },
  form: null,
});

/** The block a form is about, as it stands in the file. */
function factsOfTarget({ config }: Workspace, target: ResponseFormTarget): ResponseFacts | null {
  if (!config || target.kind === 'new' || target.kind === 'added') return null;
  const block =
    target.kind === 'block' ? config.model.responses[target.index] : config.model.commented[target.commented];
  return block ? responseFacts(block) : null;
}

/** Was this response on every agent already, in the file or in the draft? Then nobody has to confirm it again. */
function wasOnAll(workspace: Workspace, target: ResponseFormTarget, was: ResponseFacts | null): boolean {
  if (was?.location === 'all') return true;
  const change =
    target.kind === 'added' ? workspace.draft?.changes.find(({ id }) => id === target.changeId)?.change : null;
  return change?.op === 'add-response' && change.response.location === 'all';
}

export async function saveResponseToDraft(
  workspace: Workspace,
  target: ResponseFormTarget,
  values: ResponseFormValues,
): Promise<ActionResult> {
  const { config, manager } = workspace;
  if (!config)
    return {
      status: 'refused',
      code: 'no-file',
      message: 'The configuration cannot be read.',
      hint: 'Reload the page.',
      line: null,
    };
  const was = factsOfTarget(workspace, target);
  if (values.location === 'all' && !wasOnAll(workspace, target, was)) {
    const { agents } = await manager.loadAgents();
    if (values.confirmedAgents.trim() !== String(agents.length)) {
      return invalid('confirmedAgents', `Type ${agents.length}, the number of agents that could run it.`);
    }
  }
  const problem = await agentProblem(workspace, values, was);
  if (problem) return invalid('agentIds', problem);
  const timeoutProblem = timeoutNotAllowed(workspace, values);
  if (timeoutProblem) return invalid('timeoutSeconds', timeoutProblem);
  return store(workspace, target, responseChanges(target, values, was));
}

function store(workspace: Workspace, target: ResponseFormTarget, changes: Change[]): ActionResult {
  if (target.kind === 'new') return addToDraft(workspace, changes);
  if (target.kind === 'block') return replaceForTarget(workspace, `response ${target.index}`, changes);
  if (target.kind === 'commented') return replaceForTarget(workspace, `commented ${target.commented}`, changes);
  const [first, ...agents] = changes.filter(({ op }) => op === 'add-response');
  if (!first) return addToDraft(workspace, changes);
  const others = changes.filter(({ op }) => op !== 'add-response');
  return replaceAdded(workspace, target.changeId, first, [...others, ...agents]);
}

async function agentProblem(
  { manager }: Workspace,
  values: ResponseFormValues,
  was: ResponseFacts | null,
): Promise<string | null> {
  if (values.location !== 'defined-agent') return null;
  const { agents } = await manager.loadAgents();
  const known = new Set(agents.map(({ id }) => id));
  const unknown = values.agentIds.filter((id) => !known.has(id) && id !== was?.agentId?.trim());
  return unknown.length > 0 ? `The manager has no agent ${unknown.join(', ')}.` : null;
}

/** A command that does not allow a timeout would make the response permanent without a word (dialect §5.4). */
function timeoutNotAllowed({ config, draft }: Workspace, values: ResponseFormValues): string | null {
  if (values.duration !== 'timed' || !config) return null;
  const planned = draft?.changes.filter(({ conflict }) => conflict === null).map(({ change }) => change) ?? [];
  const known = outcomesOf(config.model, planned).commands.find(({ after }) => after?.name === values.command)?.after;
  const allowed = values.newCommand ? values.newCommand.timeoutAllowed : (known?.timeoutAllowed ?? true);
  return allowed
    ? null
    : 'This command does not allow a timeout. Choose “Do not undo”, or allow a timeout in the command.';
}

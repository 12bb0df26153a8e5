import 'server-only';
import { candidateFindings } from '@/components/response/candidate-findings';
import { commandKeys } from '@/lib/forms/command-rows';
import { type FoundResponse, findResponse } from '@/lib/forms/find-response';
import { responseValues } from '@/lib/forms/response-changes';
import { emptyResponse, type ResponseFormTarget, type ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { findInFacts } from '@/lib/ossec/findings/find-in-facts';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { loadFacts } from '@/lib/workflow/load-facts';
import { loadRulesIndex } from '@/lib/workflow/load-rules-index';
import type { Workspace } from '@/lib/workflow/workspace';

export type LoadedForm = {
  target: ResponseFormTarget;
  initial: ResponseFormValues;
  data: ResponseFormData;
  line: number | null;
  /** The response that was asked for; null for a new one. */
  found: FoundResponse | null;
};

/** Everything the form shows. `key` names the response to edit or to duplicate; null when there is no such one. */
export async function loadForm(
  workspace: Workspace,
  key: string | null,
  duplicate: boolean,
): Promise<LoadedForm | null> {
  const { config, draft, manager, identity } = workspace;
  if (!config) return null;
  const changes = draft ? plannedChanges(draft) : [];
  const found = key === null ? null : findResponse(config.model, changes, key);
  if (key !== null && !found?.after) return null;
  const [{ facts, agents, agentNote, scripts }, rules] = await Promise.all([
    loadFacts(workspace),
    loadRulesIndex(manager, config),
  ]);
  const was = found?.after ?? null;
  const timeoutAllowed = facts.commands.find(({ name }) => name === was?.command)?.timeoutAllowed ?? false;
  const edited = duplicate ? null : found;
  const shownAgents = agents.map(({ id, name, address, system, systemName, connection }) => ({
    id,
    name,
    address,
    system,
    systemName,
    connection,
  }));
  const initial = was ? { ...responseValues(was, timeoutAllowed), ...(duplicate && { enabled: true }) } : emptyResponse;
  const data: ResponseFormData = {
    // The same agents twice, as one object: it travels once.
    facts: { ...facts, agents: shownAgents, rules: null },
    commandKeys: commandKeys(config.model, changes),
    findings: [],
    position: edited?.position ?? null,
    original: edited?.after ?? null,
    wasOnAll:
      edited?.before?.location === 'all' || (edited?.target.kind === 'added' && edited.after?.location === 'all'),
    agents: shownAgents,
    agentNote,
    scripts: facts.scripts
      ? scripts.map(({ name, mode, owner, executable, worldWritable }) => ({
          name,
          mode,
          owner,
          executable,
          worldWritable,
        }))
      : null,
    scriptsPath: identity.scriptsPath,
    managerName: identity.hostname,
    rules:
      rules.rules.length > 0
        ? { count: rules.rules.length, levels: rules.levels, groups: rules.groups.slice(0, 400) }
        : null,
  };
  return {
    target: edited?.target ?? { kind: 'new' },
    initial,
    line: edited?.line ?? null,
    found,
    // As the browser would find them: the same checks over the same facts.
    data: { ...data, findings: candidateFindings(initial, data, findInFacts) },
  };
}

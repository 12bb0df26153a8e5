/*
 * The facts that checks and forms look at: commands and responses as the draft leaves them, the manager's agents and scripts.
 */
import type { Agent, Script } from '../manager/manager.ts';
import { outcomesOf } from '../ossec/edit/outcome.ts';
import type { AgentFacts, Facts, ScriptFacts } from '../ossec/findings/finding.ts';
import type { OwnAddress } from '../view/own-address.ts';
import { plannedChanges } from './draft-view.ts';
import { loadRulesIndex } from './load-rules-index.ts';
import { loadDismissals } from './lock-out-dismissals.ts';
import { gatherOwnAddresses } from './own-addresses.ts';
import type { Workspace } from './workspace.ts';

export type WorkspaceFacts = {
  /** As the draft leaves them. */
  facts: Facts;
  /** As the file on disk has them. */
  before: Facts;
  agents: Agent[];
  /** Why systems or connections are not known; null when they are. */
  agentNote: string | null;
  scripts: Script[];
};

const agentFacts = ({ id, name, system, connection }: Agent): AgentFacts => ({ id, name, system, connection });
const scriptFacts = ({ name, executable, worldWritable }: Script): ScriptFacts => ({ name, executable, worldWritable });

/** With the rules, for checks on the server; too much for a browser, which asks about rules when it needs to. */
export async function loadFactsWithRules(workspace: Workspace): Promise<WorkspaceFacts> {
  const [loaded, index] = await Promise.all([
    loadFacts(workspace),
    loadRulesIndex(workspace.manager, workspace.config),
  ]);
  const rules = index.rules.length > 0 ? index.rules : null;
  return { ...loaded, facts: { ...loaded.facts, rules }, before: { ...loaded.before, rules } };
}

const OF_THE_NETWORK: readonly OwnAddress['what'][] = ['gateway', 'name-server'];

/** What somebody said may stay open is left out. */
function ownFacts(
  own: readonly OwnAddress[],
  { database }: Workspace,
): Pick<Facts, 'ownAddresses' | 'networkAddresses'> {
  const dismissed = loadDismissals(database);
  const open = own.filter(({ address }) => !dismissed.has(address));
  const isOfNetwork = ({ what }: OwnAddress) => OF_THE_NETWORK.includes(what);
  return {
    ownAddresses: open.filter((one) => !isOfNetwork(one)).map(({ address }) => address),
    networkAddresses: open.filter(isOfNetwork).map(({ address }) => address),
  };
}

export async function loadFacts(workspace: Workspace): Promise<WorkspaceFacts> {
  const { manager, config, draft } = workspace;
  const [{ agents, note }, scripts, host] = await Promise.all([
    manager.loadAgents(),
    manager.loadScripts(),
    manager.loadHostAddresses(),
  ]);
  const found = scripts.ok ? scripts.value : [];
  const around = {
    agents: agents.map(agentFacts),
    scripts: scripts.ok ? found.map(scriptFacts) : null,
    rules: null,
    ...ownFacts(gatherOwnAddresses({ host, agents: [], config, adminAddress: null }), workspace),
  };
  const planned = draft ? plannedChanges(draft).map(({ change }) => change) : [];
  const outcomes = config ? outcomesOf(config.model, planned) : { commands: [], responses: [] };
  const pick = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null);
  return {
    facts: {
      ...around,
      commands: pick(outcomes.commands.map(({ after }) => after)),
      responses: pick(outcomes.responses.map(({ after }) => after)),
    },
    before: {
      ...around,
      commands: pick(outcomes.commands.map(({ before }) => before)),
      responses: pick(outcomes.responses.map(({ before }) => before)),
    },
    agents,
    agentNote: note,
    scripts: found,
  };
}

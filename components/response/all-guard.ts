import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { FormAgent, ResponseFormData } from '@/lib/forms/response-form-data';
import { fits, systemName } from '@/lib/ossec/findings/support/systems-of';

export type AgentCounts = {
  total: number;
  connected: number;
  /** Of those connected now, the most frequent system first. */
  bySystem: { system: FormAgent['system']; count: number }[];
  /** The manager does not tell which agents are connected. */
  unknownConnections: boolean;
};

export function countAgents(agents: readonly FormAgent[]): AgentCounts {
  const unknownConnections = agents.length > 0 && agents.every(({ connection }) => connection === 'unknown');
  const connected = agents.filter(({ connection }) => connection === 'active' || unknownConnections);
  const counts = new Map<FormAgent['system'], number>();
  for (const { system } of connected) counts.set(system, (counts.get(system) ?? 0) + 1);
  const bySystem = [...counts].map(([system, count]) => ({ system, count })).sort((a, b) => b.count - a.count);
  return { total: agents.length, connected: unknownConnections ? 0 : connected.length, bySystem, unknownConnections };
}

/** "44 connected now: 30 Linux, 11 Windows, 3 macOS" */
export function countWords({ connected, bySystem, unknownConnections }: AgentCounts): string {
  const systems = bySystem.map(
    ({ system, count }) => `${count} ${system === 'unknown' ? 'of an unknown system' : systemName(system)}`,
  );
  const list = systems.length > 0 ? `: ${systems.join(', ')}` : '';
  return unknownConnections ? `How many are connected is not known${list}` : `${connected} connected now${list}`;
}

/** The systems among the agents on which the program does nothing, with how many agents that is. */
export function unfitSystems(executable: string, agents: readonly FormAgent[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const agent of agents) {
    if (fits(executable, agent)) continue;
    const name = systemName(agent.system);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Must the number of agents be typed, and is it not there yet? */
export function allProblem(values: ResponseFormValues, { agents, wasOnAll }: ResponseFormData): string | null {
  if (values.location !== 'all' || wasOnAll) return null;
  if (values.confirmedAgents.trim() === String(agents.length)) return null;
  return `Type ${agents.length}, the number of agents that could run it.`;
}

import type { FormAgent } from '@/lib/forms/response-form-data';
import { type StockCommand, stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { systemName, systemsOf } from '@/lib/ossec/findings/support/systems-of';

/** What a command does: from the catalogue of what ships with Wazuh, or the file it runs. */
export const whatItDoes = (executable: string): string => {
  const stock = stockCommandOf(executable);
  if (stock) return stock.does.replace(/\.$/, '');
  return executable === '' ? 'Runs nothing yet' : `Custom: ${executable}`;
};

const ALL_SYSTEMS = 4;

/** "Linux, macOS" */
export function systemWords(systems: StockCommand['systems']): string {
  return systems.length >= ALL_SYSTEMS ? 'All' : systems.map((system) => systemName(system)).join(', ');
}

/** How many of the agents run a system that the program is for; null where no system is known. */
export function countFitting(executable: string, agents: readonly FormAgent[]): number | null {
  const known = agents.filter(({ system }) => system !== 'unknown');
  const systems = systemsOf(executable);
  return known.length === 0 ? null : known.filter(({ system }) => systems.some((one) => one === system)).length;
}

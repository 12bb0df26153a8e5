import 'server-only';
import type { EveryAgent } from '@/components/review/apply-form';
import { systemNames } from '@/components/review/effects-words';
import type { Agent, AgentSystem } from '@/lib/manager/manager';
import { outcomesOf, type ResponseOutcome } from '@/lib/ossec/edit/outcome';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import type { Change, Config } from '@/lib/ossec/index';

/** A response that the changes make run, or run otherwise. */
const isTouched = ({ before, after }: ResponseOutcome): boolean =>
  after !== null && !after.off && JSON.stringify(before) !== JSON.stringify(after);

/** What the changes bring to agents: a response on every one, programs that do not come with Wazuh. */
export function touchedAgents(before: Config, asked: readonly Change[], agents: readonly Agent[]) {
  const { responses, commands } = outcomesOf(before.model, asked);
  const touched = responses.filter(isTouched);
  return { everyAgent: everyAgentOf(touched, agents), scripts: scriptsOf(touched, commands) };
}

function everyAgentOf(touched: readonly ResponseOutcome[], agents: readonly Agent[]): EveryAgent | null {
  const everywhere = touched.filter(({ after }) => /all/i.test(after?.location ?? ''));
  if (everywhere.length === 0 || agents.length === 0) return null;
  const counts = (Object.keys(systemNames) as AgentSystem[])
    .map((system) => ({ system, count: agents.filter((agent) => agent.system === system).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return {
    count: agents.length,
    systems: counts.map(({ system, count }) => `${count} ${systemNames[system]}`).join(', '),
    commands: [...new Set(everywhere.map(({ after }) => after?.command ?? 'A response'))],
  };
}

function scriptsOf(touched: readonly ResponseOutcome[], commands: ReturnType<typeof outcomesOf>['commands']): string[] {
  const onAgents = touched.filter(({ after }) => after?.location?.trim() !== 'server');
  const executables = onAgents.flatMap(({ after }) => {
    const command = commands.find((one) => one.after?.name === after?.command)?.after;
    return command && command.executable !== '' && stockCommandOf(command.executable) === null
      ? [command.executable]
      : [];
  });
  return [...new Set(executables)].sort();
}

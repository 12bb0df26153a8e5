import 'server-only';
import { formatDay } from '@/app/format-time';
import type { Execution } from '@/lib/activity/execution';
import { liftBlock } from '@/lib/activity/lift-block';
import { needOf } from '@/lib/activity/target-of';
import { liftCall } from '@/lib/endpoints/lift-script';
import type { Agent, AgentSystem } from '@/lib/manager/manager';
import { systemName } from '@/lib/ossec/findings/support/systems-of';
import { listed } from '@/lib/ossec/findings/support/words';
import type { ActiveBlock, ActiveBlocks, ActivityQuery } from '@/lib/view/activity';
import { activityHref } from './activity-query';
import { inForce } from './view-activity';

const namesOf = (blocks: readonly Execution[]): string => listed(blocks.map(({ agentName }) => agentName));

type Around = { agents: readonly Agent[]; query: ActivityQuery; now: number };

/** A storm leaves thousands: the table has them all. */
const SHOWN = 12;

/** The same block of the same alert on several hosts is one row. */
export function toActiveBlocks(executions: readonly Execution[], around: Around): ActiveBlocks {
  const groups = Map.groupBy(inForce(executions), (one) =>
    JSON.stringify([one.target, one.script, one.outcome, one.cause.id]),
  );
  const byId = (a: Execution, b: Execution) => Number(a.agentId) - Number(b.agentId);
  const systems = new Map(around.agents.map(({ id, system }) => [id, system]));
  const shown = [...groups].slice(0, SHOWN);
  const blocks = shown.map(([key, own]) => ({ key, ...toBlock(own.sort(byId), systems, around) }));
  return { blocks, more: groups.size - blocks.length };
}

type Systems = ReadonlyMap<string, AgentSystem>;

function toBlock(blocks: readonly Execution[], systems: Systems, { query, now }: Around): Omit<ActiveBlock, 'key'> {
  const [first] = blocks as [Execution];
  const dues = blocks.map(({ dueAt }) => dueAt);
  const systemOf = ({ agentId }: Execution): AgentSystem =>
    agentId === '000' ? 'linux' : (systems.get(agentId) ?? 'unknown');
  const starts = blocks.flatMap(({ startedAt }) => startedAt ?? []);
  const shell = blocks.filter((block) => block.agentId !== '000' && systemOf(block) !== 'windows');
  const kind = needOf(first.script ?? '') ?? 'srcip';
  return {
    target: first.target ?? 'not said',
    script: first.script ?? 'unknown script',
    where:
      blocks.length === 1
        ? `On ${first.agentName}`
        : `On ${blocks.length.toLocaleString('en-US')} hosts: ${namesOf(blocks)}`,
    since: starts.length > 0 ? formatDay(Math.min(...starts), now) : 'before what is known',
    remainingMs: dues.includes(null) ? null : Math.max(0, Math.max(...(dues as number[])) - now),
    permanent: first.outcome === 'permanent',
    why: first.why,
    lifts: [...Map.groupBy(blocks, systemOf)].map(([system, own]) => ({
      hosts: `On ${namesOf(own)}${system === 'unknown' ? '' : ` (${systemName(system)})`}`,
      ...liftBlock({ script: first.script, target: first.target, system }),
    })),
    call: liftCall({
      agentIds: shell.map(({ agentId }) => agentId),
      ...{ script: first.script ?? '', target: first.target ?? '', kind },
    }),
    alertHref: first.cause.id === null ? null : activityHref(query, { alert: first.cause.id }),
  };
}

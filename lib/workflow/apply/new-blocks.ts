/* Which of the blocks in force began since the restart: what the new file does already. Pure. */
import type { PendingBlock } from '../../manager/manager.ts';
import type { NewBlocks } from '../../view/apply.ts';

const NAMED = 3;

/** The newest first; null when nobody can tell which are in force. */
export function newBlocks(pending: readonly PendingBlock[] | null, restartedAt: number): NewBlocks | null {
  if (pending === null) return null;
  const since = pending.filter((block) => block.since >= restartedAt).sort((a, b) => b.since - a.since);
  const last = since.slice(0, NAMED).map(({ command, agentId, agentName, target, since: at }) => ({
    command,
    agent: agentId === '000' ? 'the manager' : (agentName ?? agentId),
    target,
    at,
  }));
  return { count: since.length, last };
}

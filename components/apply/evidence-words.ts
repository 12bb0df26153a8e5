/* What was seen since the restart, in words. Pure. */
import type { Evidence, NewBlocks } from '@/lib/view/apply';

type Words = { title: string; text: string; isGood: boolean };

/** Agents before the apply and now. */
export function agentsText(evidence: Pick<Evidence, 'agentsBefore' | 'agentsNow'> | null): Words {
  const { agentsBefore: before = null, agentsNow: now = null } = evidence ?? {};
  if (before === null || now === null) {
    return { title: 'Agents cannot be counted here', text: 'Nothing is known of their connections.', isGood: false };
  }
  if (before === 0) {
    const title = now === 0 ? 'No agent is connected' : `${counted(now)} connected`;
    return { title, text: 'None was connected before.', isGood: true };
  }
  const missing = before - now;
  if (missing > 0) {
    const text = missing === 1 ? '1 has not come back yet.' : `${missing} have not come back yet.`;
    return { title: `${now} of ${counted(before)} back`, text, isGood: false };
  }
  const text = missing < 0 ? `${counted(now)} connected now.` : 'As many are connected as before.';
  return { title: `${before} of ${counted(before)} back`, text, isGood: true };
}

const counted = (count: number) => (count === 1 ? '1 agent is' : `${count} agents are`);

/** Blocks since the restart. */
export function blocksText({ count }: Pick<NewBlocks, 'count'>): { title: string; text: string } {
  if (count === 0) return { title: 'No timed block began yet', text: 'What scripts report appears here.' };
  return { title: count === 1 ? '1 timed block began' : `${count} timed blocks began`, text: '' };
}

export const errorsText = (count: number): string => {
  if (count === 0) return 'No new errors in the manager log';
  return count === 1 ? '1 new error in the manager log' : `${count} new errors in the manager log`;
};

/** "61 lines since 14:33:24." */
export function linesText(count: number, since: string | null): string {
  if (since === null || count === 0) return 'The manager wrote nothing yet.';
  return `${count === 1 ? '1 line' : `${count} lines`} since ${since}.`;
}

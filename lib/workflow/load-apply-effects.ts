/*
 * The facts that the effects of an apply are worked out from: one look at the manager, none of which fails a page.
 */
import type { Config } from '../ossec/index.ts';
import type { ApplyEffects } from '../view/apply-effects.ts';
import { usualRestartMs } from './apply/apply-record.ts';
import { applyEffects } from './apply-effects.ts';
import { onDiskOf, type Workspace } from './workspace.ts';

/** What applying `after` would do; null when there is no file on disk to compare it with. */
export async function loadApplyEffects(workspace: Workspace, after: Config): Promise<ApplyEffects | null> {
  const { manager, database, identity } = workspace;
  const before = onDiskOf(workspace);
  if (!before) return null;
  const [arConf, { agents, note }, pending] = await Promise.all([
    manager.loadArConf(),
    manager.loadAgents(),
    manager.loadPendingBlocks(),
  ]);
  return applyEffects({
    ...{ before: before.verdict, after: after.verdict, arConf, agents, agentNote: note, pending },
    usualMs: usualRestartMs(database),
    restartCommand: identity.restartCommand,
    now: Date.now(),
  });
}

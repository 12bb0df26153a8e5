import 'server-only';
import { RestartButton } from '@/components/overview/restart-button';
import type { ShellManager } from '@/components/shell/manager-card';
import { ButtonLink } from '@/components/ui/button';
import type { ManagerState } from '@/lib/workflow/manager-state';
import { loadVersions } from '@/lib/workflow/versions';
import type { Workspace } from '@/lib/workflow/workspace';
import { restartManager } from './actions/apply';
import { differenceHref, managerLine, versionRows } from './version-words';

/** What the card of the manager shows, and opens to. */
export function shellManager(workspace: Workspace, state: ManagerState, mayApply: boolean): ShellManager {
  const { database, identity } = workspace;
  const versions = loadVersions(workspace, state);
  const isDown = !state.up || versions.running.state === 'not-running';
  const href = differenceHref(versions);
  const hasRestart = mayApply && (isDown || versions.differs);
  return {
    name: identity.hostname,
    line: managerLine(versions, state),
    state: isDown ? 'bad' : state.sync.state === 'in-sync' ? 'ok' : 'warn',
    versions: versionRows(database, versions),
    actions: (href || hasRestart) && (
      <>
        {hasRestart && (
          <RestartButton
            restart={restartManager}
            command={identity.restartCommand}
            isDown={state.missing.length === state.required}
          />
        )}
        {href && (
          <ButtonLink href={href} variant="ghost" prefetch={false}>
            See the difference
          </ButtonLink>
        )}
      </>
    ),
  };
}

import 'server-only';
import type { ReactNode } from 'react';
import { DiscardDraft } from '@/components/draft/discard-draft';
import { AppShell } from '@/components/shell/app-shell';
import type { ShellManager } from '@/components/shell/manager-card';
import { PendingBar } from '@/components/shell/pending-bar';
import { outcomesOf } from '@/lib/ossec/edit/outcome';
import { countChanges } from '@/lib/workflow/describe-draft';
import type { ManagerState } from '@/lib/workflow/manager-state';
import { discardWholeDraft, undoTo } from './actions/draft';
import { formatTime } from './format-time';
import { loadPage } from './load-page';

const SYNC_WORDS: Record<ManagerState['sync']['state'], string> = {
  'in-sync': 'In sync',
  'restart-pending': 'Restart pending',
  'manager-down': 'Not running',
  unknown: 'State not known',
};

function shellManager(name: string, version: string | null, { up, sync, missing }: ManagerState): ShellManager {
  const running = up ? 'running' : missing.length > 0 ? `${missing.length} daemons down` : 'not running';
  const state = !up || sync.state === 'manager-down' ? 'bad' : sync.state === 'in-sync' ? 'ok' : 'warn';
  return { name, state, line: `${version ? `${version}, ` : ''}${running}. ${SYNC_WORDS[sync.state]}` };
}

/** The shell around every page, with what is true of the manager and of the person's draft right now. */
export async function ConsoleShell({ rail, children }: { rail?: boolean; children: ReactNode }) {
  const page = await loadPage();
  const person = { name: page.person.name, role: page.person.role };
  if (!page.ok) {
    const manager: ShellManager = { name: 'No manager', line: page.failure.message, state: 'bad' };
    return (
      <AppShell
        manager={manager}
        counts={{ responses: 0, commands: 0, draft: 0 }}
        person={person}
        sandbox={false}
        rail={rail}
      >
        {children}
      </AppShell>
    );
  }
  const { workspace, state } = page;
  const { identity, config, draft } = workspace;
  const changes = draft?.changes ?? [];
  const counts = {
    responses: config ? outcomesOf(config.model, []).responses.length : 0,
    commands: config?.model.commands.length ?? 0,
    draft: changes.length,
  };
  const bar = changes.length > 0 && !rail && (
    <PendingBar
      {...countChanges(changes)}
      savedAt={draft?.savedAt ? formatTime(draft.savedAt) : undefined}
      stale={draft?.stale}
      discard={<DiscardDraft count={changes.length} discard={discardWholeDraft} restore={undoTo} />}
    />
  );
  return (
    <AppShell
      manager={shellManager(identity.hostname, identity.version, state)}
      counts={counts}
      person={person}
      sandbox={identity.sandbox}
      rail={rail}
      searchAction="/responses"
      pendingBar={bar}
    >
      {children}
    </AppShell>
  );
}

import 'server-only';
import type { ReactNode } from 'react';
import { DiscardDraft } from '@/components/draft/discard-draft';
import { AppShell } from '@/components/shell/app-shell';
import { type ApplyControls, LiveBars } from '@/components/shell/live-bars';
import type { ShellManager } from '@/components/shell/manager-card';
import { PendingBar } from '@/components/shell/pending-bar';
import { LOCAL } from '@/lib/auth/people';
import type { Person } from '@/lib/auth/person';
import { outcomesOf } from '@/lib/ossec/edit/outcome';
import { openDatabase } from '@/lib/state/database';
import { countChanges } from '@/lib/workflow/describe-draft';
import { hasDraft, restoredWords } from '@/lib/workflow/restore/restored-draft';
import { listSetAside } from '@/lib/workflow/restore/set-aside';
import { shellStateOf } from '@/lib/workflow/shell-state';
import type { Workspace } from '@/lib/workflow/workspace';
import { keepChanges, retryRevert, revertNow } from './actions/apply';
import { discardWholeDraft, undoTo } from './actions/draft';
import { nameMyself } from './actions/person';
import { formatTime } from './format-time';
import { loadPage, type Page } from './load-page';
import { shellManager } from './shell-manager';

const controlsOf = ({ permissions }: Person): ApplyControls =>
  permissions.includes('apply') ? { keep: keepChanges, revert: revertNow, retry: retryRevert } : {};

/** What the bars of every page know at first; from then on they ask. */
function Bars({ page }: { page: Page }) {
  const { person } = page;
  const loaded = page.ok
    ? { ...page.workspace, state: page.state }
    : { database: openDatabase(), person: person.id, file: null, state: null };
  const rendered = { ...shellStateOf(loaded), clock: formatTime(Date.now()) };
  return <LiveBars rendered={rendered} controls={controlsOf(person)} />;
}

function namingOf({ id, name }: Person, workspace: Workspace) {
  return { given: id === LOCAL ? '' : name, begun: id === LOCAL ? begunWords(workspace) : null, save: nameMyself };
}

/** "the draft with 2 changes"; null when nothing is begun. */
function begunWords(workspace: Workspace): string | null {
  const count = workspace.draft?.changes.length ?? 0;
  if (count > 0) return `the draft with ${count === 1 ? '1 change' : `${count} changes`}`;
  if (hasDraft(workspace)) return 'the draft from an older version';
  return listSetAside(workspace.database, workspace.person).length > 0 ? 'what was set aside' : null;
}

/** The shell around every page, with what is true of the manager and of the person's draft right now. */
export async function ConsoleShell({ rail, children }: { rail?: boolean; children: ReactNode }) {
  const page = await loadPage();
  const { name, role } = page.person;
  const common = { person: { name, role }, rail, bars: <Bars page={page} /> };
  if (!page.ok) {
    const manager: ShellManager = { name: 'No manager', line: page.failure.message, state: 'bad', versions: [] };
    return (
      <AppShell {...common} manager={manager} counts={{ responses: 0, commands: 0, draft: 0 }} sandbox={false}>
        {children}
      </AppShell>
    );
  }
  const { workspace, state, person } = page;
  const { identity, config, draft } = workspace;
  const changes = draft?.changes ?? [];
  const counts = {
    responses: config ? outcomesOf(config.model, []).responses.length : 0,
    commands: config?.model.commands.length ?? 0,
    draft: hasDraft(workspace) ? Math.max(1, changes.length) : 0,
  };
  const bar = hasDraft(workspace) && !rail && (
    <PendingBar
      {...countChanges(changes)}
      savedAt={draft?.savedAt ? formatTime(draft.savedAt) : undefined}
      stale={draft?.stale}
      restored={restoredWords(workspace)}
      discard={<DiscardDraft count={changes.length} discard={discardWholeDraft} restore={undoTo} />}
    />
  );
  return (
    <AppShell
      {...common}
      manager={shellManager(workspace, state, person.permissions.includes('apply'))}
      counts={counts}
      naming={namingOf(person, workspace)}
      sandbox={identity.sandbox}
      searchAction="/responses"
      pendingBar={bar}
    >
      {children}
    </AppShell>
  );
}

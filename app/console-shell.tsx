import 'server-only';
import type { ReactNode } from 'react';
import { DiscardDraft } from '@/components/draft/discard-draft';
import { AppShell } from '@/components/shell/app-shell';
import { type ApplyControls, LiveBars } from '@/components/shell/live-bars';
import type { ShellManager } from '@/components/shell/manager-card';
import { PendingBar } from '@/components/shell/pending-bar';
import { ProveProvider } from '@/components/sign-in/prove-provider';
import { readOidcSetup } from '@/lib/auth/oidc-settings';
import type { Person } from '@/lib/auth/person';
import { ROLE_WORDS } from '@/lib/auth/roles';
import { loadSettings } from '@/lib/auth/settings';
import { loadPassword } from '@/lib/auth/users';
import { outcomesOf } from '@/lib/ossec/edit/outcome';
import { openDatabase } from '@/lib/state/database';
import { approvalsWaitingFor } from '@/lib/workflow/approvals';
import { countChanges } from '@/lib/workflow/describe-draft';
import { hasDraft, restoredWords } from '@/lib/workflow/restore/restored-draft';
import { shellStateOf } from '@/lib/workflow/shell-state';
import { keepChanges, retryRevert, revertNow } from './actions/apply';
import { discardWholeDraft, undoTo } from './actions/draft';
import { proveMyself } from './actions/person';
import { signOut } from './actions/sign-in';
import { formatTime } from './format-time';
import { loadPage, type Page, pagePerson } from './load-page';
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

/** Places that not everybody has. */
function placesOf({ id, permissions }: Person) {
  const database = openDatabase();
  const approvals = loadSettings(database).fourEyes && permissions.includes('apply');
  return {
    isAdmin: permissions.includes('admin'),
    approvals: approvals ? approvalsWaitingFor(database, id).length : undefined,
  };
}

type Props = { rail?: boolean; children: ReactNode };

/** The shell around every page. Whatever is done in it can ask for the password again. */
export async function ConsoleShell(props: Props) {
  const hasPassword = loadPassword(openDatabase(), (await pagePerson()).id) !== null;
  const oidc = readOidcSetup(process.env);
  const provider = !hasPassword && oidc.kind === 'on' ? oidc.settings.name : null;
  return (
    <ProveProvider prove={proveMyself} provider={provider}>
      <Shell {...props} />
    </ProveProvider>
  );
}

/** With what is true of the manager and of the person's draft right now. */
async function Shell({ rail, children }: Props) {
  const page = await loadPage();
  const { name, role } = page.person;
  const shown = { name, role: ROLE_WORDS[role].name };
  const common = { person: shown, rail, signOut, bars: <Bars page={page} /> };
  if (!page.ok) {
    const manager: ShellManager = { name: 'No manager', line: page.failure.message, state: 'bad', versions: [] };
    return (
      <AppShell
        {...common}
        manager={manager}
        counts={{ responses: 0, commands: 0, draft: 0, ...placesOf(page.person) }}
        sandbox={false}
      >
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
    ...placesOf(person),
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
      sandbox={identity.sandbox}
      searchAction="/responses"
      pendingBar={bar}
    >
      {children}
    </AppShell>
  );
}

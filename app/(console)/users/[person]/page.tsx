import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SessionList } from '@/components/account/session-list';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { EditUserForm } from '@/components/users/edit-user-form';
import { NeedsRolePage } from '@/components/users/needs-role';
import { UserDangers } from '@/components/users/user-dangers';
import { loadUser, type User } from '@/lib/auth/users';
import { openDatabase } from '@/lib/state/database';
import { disableUser, endUserSession, makePasswordLink, resetSecondFactor, saveUser } from '../../../actions/users';
import { formatDay } from '../../../format-time';
import { loadPage, type Page } from '../../../load-page';
import { sessionRows } from '../../account/session-rows';
import { commandNames } from '../command-names';
import { lastSeenAt } from '../last-seen';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: { params: Promise<{ person: string }> }) {
  const page = await loadPage();
  const crumbs = [{ href: '/users', label: 'Users' }];
  if (!page.person.permissions.includes('admin')) {
    return (
      <PageScaffold head={<PageHeader line title="User" crumbs={crumbs} />}>
        <NeedsRolePage needs="admin" what="Managing users" />
      </PageScaffold>
    );
  }
  const user = loadUser(openDatabase(), (await params).person);
  if (!user) notFound();
  return (
    <PageScaffold head={<PageHeader line title={user.name} sub={user.login} crumbs={crumbs} />}>
      <UserPanels page={page} user={user} />
    </PageScaffold>
  );
}

function UserPanels({ page, user }: { page: Page; user: User }) {
  const { person, name, role, limits, hasSecondFactor, hasPassword, disabledAt } = user;
  const database = openDatabase();
  const sessions = sessionRows(database, person, page.person.session.publicId);
  const seenAt = lastSeenAt(database, person);
  return (
    <div className="grid max-w-300 items-start gap-4 pt-4 mid:grid-cols-2">
      <Panel title="Name, role and limits">
        {/* Another form once something else was saved: it shows what is true. */}
        <EditUserForm
          key={JSON.stringify([name, role, limits])}
          user={{ person, name, role, limits }}
          commands={commandNames(page)}
          save={saveUser}
        />
      </Panel>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Getting in" line>
          <UserDangers
            user={{ person, name, isDisabled: disabledAt !== null, hasSecondFactor, hasPassword }}
            isMyself={person === page.person.id}
            disable={disableUser}
            makeLink={makePasswordLink}
            resetFactor={resetSecondFactor}
          />
        </Panel>
        <Panel title="Signed in" sub={seenAt === null ? 'never' : `last seen ${formatDay(seenAt)}`} line>
          {sessions.length === 0 ? (
            <p className="px-4 py-3 text-fg-2">Nowhere at the moment.</p>
          ) : (
            <SessionList sessions={sessions} end={endUserSession} person={person} />
          )}
        </Panel>
      </div>
    </div>
  );
}

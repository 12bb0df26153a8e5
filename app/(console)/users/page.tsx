import { UserPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { limitsWords } from '@/components/users/limits-words';
import { NeedsRolePage } from '@/components/users/needs-role';
import { type UserRow, UserTable } from '@/components/users/user-table';
import { ROLE_WORDS } from '@/lib/auth/roles';
import { listUsers, type User } from '@/lib/auth/users';
import { type Database, openDatabase } from '@/lib/state/database';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import { lastSeenAt } from './last-seen';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage() {
  const { person } = await loadPage();
  if (!person.permissions.includes('admin')) {
    return (
      <PageScaffold head={<PageHeader line title="Users" />}>
        <NeedsRolePage needs="admin" what="Managing users" />
      </PageScaffold>
    );
  }
  const database = openDatabase();
  const rows = listUsers(database).map((user) => rowOf(database, user, person.id));
  const head = (
    <PageHeader
      line
      title="Users"
      sub={rows.length === 1 ? 'Only you so far' : `${rows.length} people`}
      actions={
        <ButtonLink href="/users/new" variant="primary" icon={<UserPlus />}>
          Add user
        </ButtonLink>
      }
    />
  );
  return (
    <PageScaffold head={head}>
      <div className="-mx-4 desk:mx-0">
        <UserTable rows={rows} />
      </div>
    </PageScaffold>
  );
}

function rowOf(database: Database, user: User, myself: string): UserRow {
  const { person, name, login, role, limits, hasSecondFactor, disabledAt } = user;
  const seenAt = lastSeenAt(database, person);
  const isInvited = !user.hasPassword && seenAt === null;
  return {
    ...{ person, name, login, role: ROLE_WORDS[role].name, limits: limitsWords(limits) },
    secondFactor: hasSecondFactor,
    lastSeen: seenAt === null ? null : formatDay(seenAt),
    state: disabledAt !== null ? 'disabled' : isInvited ? 'invited' : 'active',
    isMyself: person === myself,
  };
}

import type { Metadata } from 'next';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { PageHeader } from '@/components/ui/page-header';
import { NeedsRolePage } from '@/components/users/needs-role';
import { NewUserForm } from '@/components/users/new-user-form';
import { createUser } from '../../../actions/users';
import { loadPage } from '../../../load-page';
import { commandNames } from '../command-names';

export const metadata: Metadata = { title: 'Add user' };

export default async function NewUserPage() {
  const page = await loadPage();
  const head = <PageHeader line title="Add user" crumbs={[{ href: '/users', label: 'Users' }]} />;
  return (
    <PageScaffold head={head}>
      {page.person.permissions.includes('admin') ? (
        <div className="max-w-140 pt-4">
          <NewUserForm commands={commandNames(page)} create={createUser} />
        </div>
      ) : (
        <NeedsRolePage needs="admin" what="Managing users" />
      )}
    </PageScaffold>
  );
}

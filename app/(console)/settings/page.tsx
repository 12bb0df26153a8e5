import type { Metadata } from 'next';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { NeedsRolePage } from '@/components/users/needs-role';
import { SettingsForm } from '@/components/users/settings-form';
import { permissionsOf } from '@/lib/auth/roles';
import { loadSettings } from '@/lib/auth/settings';
import { listUsers } from '@/lib/auth/users';
import { openDatabase } from '@/lib/state/database';
import { changeSettings } from '../../actions/settings';
import { loadPage } from '../../load-page';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { person } = await loadPage();
  const head = <PageHeader line title="Settings" sub="They hold for everybody" />;
  if (!person.permissions.includes('admin')) {
    return (
      <PageScaffold head={head}>
        <NeedsRolePage needs="admin" what="Changing settings" />
      </PageScaffold>
    );
  }
  const database = openDatabase();
  const approvers = listUsers(database).filter(
    ({ role, disabledAt }) => disabledAt === null && permissionsOf(role).includes('apply'),
  );
  return (
    <PageScaffold head={head}>
      <Panel title="Applying" line className="mt-4 max-w-140">
        <SettingsForm fourEyes={loadSettings(database).fourEyes} approvers={approvers.length} save={changeSettings} />
      </Panel>
    </PageScaffold>
  );
}

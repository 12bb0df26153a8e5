import type { Metadata } from 'next';
import { EndOthers } from '@/components/account/end-others';
import { NameForm } from '@/components/account/name-form';
import { PasswordForm } from '@/components/account/password-form';
import { SecondFactorPanel } from '@/components/account/second-factor-panel';
import { SessionList } from '@/components/account/session-list';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { limitsWords } from '@/components/users/limits-words';
import type { Person } from '@/lib/auth/person';
import { ROLE_WORDS } from '@/lib/auth/roles';
import { loadSecondFactor } from '@/lib/auth/second-factor';
import { loadUser } from '@/lib/auth/users';
import { openDatabase } from '@/lib/state/database';
import { changePassword, endMySession, endOtherSessions, renameMyself } from '../../actions/account';
import { confirmAppFactor, removeAppFactor, renewCodes, startAppFactor } from '../../actions/second-factor';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import { sessionRows } from './session-rows';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const { person } = await loadPage();
  return (
    <PageScaffold head={<PageHeader line title="Your account" />}>
      <div className="grid max-w-300 items-start gap-4 pt-4 mid:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <About person={person} />
          <Password person={person} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SecondFactor person={person} />
          <Sessions person={person} />
        </div>
      </div>
    </PageScaffold>
  );
}

function About({ person }: { person: Person }) {
  const { name: role, may } = ROLE_WORDS[person.role];
  const items = [
    { term: 'Sign-in name', value: loadUser(openDatabase(), person.id)?.login ?? '' },
    { term: 'Role', value: `${role}: ${may}` },
    { term: 'Limits', value: limitsWords(person.limits) ?? 'None' },
  ];
  return (
    <Panel title="You" line>
      <div className="border-line border-b p-4">
        <DefinitionList items={items} />
      </div>
      <NameForm key={person.name} name={person.name} save={renameMyself} />
    </Panel>
  );
}

function Password({ person }: { person: Person }) {
  const user = loadUser(openDatabase(), person.id);
  return (
    <Panel title="Password" line>
      {user?.hasPassword ? (
        <PasswordForm save={changePassword} />
      ) : (
        <p className="p-4 text-fg-2">You sign in through your organisation. Riposte keeps no password of yours.</p>
      )}
    </Panel>
  );
}

function SecondFactor({ person }: { person: Person }) {
  const factor = loadSecondFactor(openDatabase(), person.id);
  if (!loadUser(openDatabase(), person.id)?.hasPassword) {
    return (
      <Panel title="Second factor" line>
        <p className="p-4 text-fg-2">Your organisation asks for it where you sign in.</p>
      </Panel>
    );
  }
  return (
    <SecondFactorPanel
      factor={factor && { since: formatDay(factor.since), codesLeft: factor.codesLeft }}
      actions={{
        start: startAppFactor,
        confirm: confirmAppFactor,
        renew: renewCodes,
        remove: removeAppFactor,
      }}
    />
  );
}

function Sessions({ person }: { person: Person }) {
  const rows = sessionRows(openDatabase(), person.id, person.session.publicId);
  return (
    <Panel title="Signed in" line more={rows.length > 1 && <EndOthers end={endOtherSessions} />}>
      <SessionList sessions={rows} person={person.id} end={endMySession} />
    </Panel>
  );
}

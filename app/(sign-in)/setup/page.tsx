import type { Metadata } from 'next';
import { choosePassword, setUp } from '@/app/actions/sign-in';
import { ChoosePasswordForm } from '@/components/sign-in/choose-password-form';
import { DoorPage } from '@/components/sign-in/door-page';
import { SetUpForm } from '@/components/sign-in/set-up-form';
import { ButtonLink } from '@/components/ui/button';
import { readLink } from '@/lib/auth/sign-in-links';
import { hasNoUsers, loadUser } from '@/lib/auth/users';
import { openDatabase } from '@/lib/state/database';
import { OpenTheLink } from '../open-the-link';

export const metadata: Metadata = { title: 'Set up' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Where the one-time links lead: the first administrator, or a password for somebody. */
export default async function SetUpPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const database = openDatabase();
  const link = readLink(database, token);
  const isFirst = hasNoUsers(database);
  if (typeof token === 'string' && link?.kind === 'setup' && isFirst) {
    return (
      <DoorPage title="Set up Riposte" sub="You become its first administrator.">
        <SetUpForm token={token} setUp={setUp} />
      </DoorPage>
    );
  }
  const user = link?.kind === 'password' && link.person ? loadUser(database, link.person) : null;
  if (typeof token === 'string' && user && user.disabledAt === null) {
    return (
      <DoorPage title="Choose a password" sub={`For ${user.name}, who signs in as ${user.login}.`}>
        <ChoosePasswordForm token={token} login={user.login} choose={choosePassword} />
      </DoorPage>
    );
  }
  return isFirst ? <OpenTheLink /> : <LinkOver />;
}

function LinkOver() {
  return (
    <DoorPage title="This link is no longer valid" sub="It was used, or its time is over.">
      <ButtonLink href="/sign-in" variant="primary" block className="min-h-10">
        Sign in
      </ButtonLink>
    </DoorPage>
  );
}

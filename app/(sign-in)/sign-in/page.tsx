import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signIn } from '@/app/actions/sign-in';
import { currentPerson } from '@/app/current-person';
import { DoorPage } from '@/components/sign-in/door-page';
import { OidcSignIn } from '@/components/sign-in/oidc-sign-in';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { readNextPath, signInPath } from '@/lib/auth/next-path';
import { readOidcSetup } from '@/lib/auth/oidc-settings';
import { hasNoUsers } from '@/lib/auth/users';
import { openDatabase } from '@/lib/state/database';
import { OpenTheLink } from '../open-the-link';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[]; oidc?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = readNextPath(asked.next);
  const oidc = readOidcSetup(process.env);
  // Who proved at the provider to be somebody else is signed in as before, and is told here.
  if (asked.oidc !== 'other-person' && (await currentPerson())) redirect(next);
  if (hasNoUsers(openDatabase())) return <OpenTheLink />;
  return (
    <DoorPage
      title="Sign in to Riposte"
      sub="Active response for Wazuh"
      foot={
        <>
          No account, or the password is lost? Ask an administrator. Whoever runs Riposte can make a link, on the
          server:{' '}
          <code className="inline-block whitespace-nowrap rounded-[4px] bg-surface-3 px-1 font-mono">
            npm run riposte -- sign-in-link
          </code>
        </>
      }
    >
      {(await headers()).get('sec-fetch-site') === 'cross-site' && (
        // Coming from another site the browser has kept the session's cookie back. From here it sends it.
        <meta httpEquiv="refresh" content={`0;url=${signInPath(next)}`} />
      )}
      <SignInForm next={next} signIn={signIn} />
      {oidc.kind === 'on' && <OidcSignIn name={oidc.settings.name} next={next} problem={asked.oidc} />}
    </DoorPage>
  );
}

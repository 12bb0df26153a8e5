import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CodeForm } from '@/components/sign-in/code-form';
import { DoorPage } from '@/components/sign-in/door-page';
import { readNextPath, signInPath } from '@/lib/auth/next-path';
import { readTicket, TICKET_COOKIE } from '@/lib/auth/second-factor-ticket';
import { openDatabase } from '@/lib/state/database';
import { enterCode } from '../../../actions/second-factor';

export const metadata: Metadata = { title: 'Code' };

/** Only for whoever has just given the right password. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const next = readNextPath((await searchParams).next);
  const user = readTicket(openDatabase(), (await cookies()).get(TICKET_COOKIE)?.value);
  if (!user) redirect(signInPath(next));
  const foot = (
    <>
      Not you, or no code at hand?{' '}
      <Link href={signInPath(next)} prefetch={false} className="underline">
        Back to sign-in
      </Link>
    </>
  );
  return (
    <DoorPage title="Enter your code" sub={`The password of ${user.login} was right.`} foot={foot}>
      <CodeForm next={next} enter={enterCode} />
    </DoorPage>
  );
}

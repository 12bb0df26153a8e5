import 'server-only';
import { headers } from 'next/headers';
import { ADDRESS_HEADER } from '@/lib/auth/client-address';
import type { From } from '@/lib/auth/sign-in';

/** Where the current request comes from. */
export async function requestFrom(): Promise<From> {
  const sent = await headers();
  return { address: sent.get(ADDRESS_HEADER) ?? 'unknown', agent: sent.get('user-agent') ?? '' };
}

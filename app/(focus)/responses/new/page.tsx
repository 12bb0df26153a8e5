import type { Metadata } from 'next';
import { ResponsePage } from '../response-page';

export const metadata: Metadata = { title: 'New active response' };

export default async function NewResponsePage({
  searchParams,
}: {
  searchParams: Promise<{ from?: string | string[] }>;
}) {
  const { from } = await searchParams;
  const key = typeof from === 'string' ? from : null;
  return <ResponsePage title="New active response" responseKey={key} duplicate={key !== null} />;
}

import type { Metadata } from 'next';
import { ResponsePage } from '../response-page';

export const metadata: Metadata = { title: 'Edit active response' };

export default async function EditResponsePage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return <ResponsePage title="Edit active response" responseKey={decodeURIComponent(key)} duplicate={false} />;
}

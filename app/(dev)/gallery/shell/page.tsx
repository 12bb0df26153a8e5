import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AppShell } from '@/components/shell/app-shell';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { PendingBar } from '@/components/shell/pending-bar';
import { Button, ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Frame' };

type Search = Promise<{ rail?: string; sandbox?: string; stale?: string; draft?: string }>;

/** The frame around an empty page: `?rail=1&sandbox=1&stale=1&draft=0`. */
export default async function ShellGallery({ searchParams }: { searchParams: Search }) {
  if (process.env.NODE_ENV === 'production' && process.env.RIPOSTE_GALLERY !== '1') notFound();
  const { rail, sandbox, stale, draft } = await searchParams;
  const discard = <Button variant="ghost">Discard</Button>;
  return (
    <AppShell
      manager={{ name: 'wazuh-mgr-01', line: 'Running revision 41. In sync', state: 'ok', versions: [] }}
      counts={{ responses: 8, commands: 9, draft: draft === '0' ? 0 : 3 }}
      person={{ name: 'Marta Kowalska', role: 'Administrator' }}
      sandbox={sandbox === '1'}
      rail={rail === '1'}
      searchAction="/responses"
      pendingBar={
        draft === '0' ? undefined : (
          <PendingBar added={1} changed={1} removed={1} savedAt="14:28" stale={stale === '1'} discard={discard} />
        )
      }
    >
      <PageScaffold
        head={
          <PageHeader
            title="Overview"
            actions={
              <ButtonLink variant="primary" href="/responses/new" icon={<Plus />}>
                New active response
              </ButtonLink>
            }
          />
        }
      >
        <p className="text-fg-2">The body scrolls, the head and the pending bar stay.</p>
      </PageScaffold>
    </AppShell>
  );
}

import { Download, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { verifyAuditLog } from '@/app/actions/audit';
import { AuditPages } from '@/components/audit/audit-pages';
import { AuditSearch } from '@/components/audit/audit-search';
import { AuditTable } from '@/components/audit/audit-table';
import { VerifyChain } from '@/components/audit/verify-chain';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { openDatabase } from '@/lib/state/database';
import { pagePerson } from '../../load-page';
import { type AuditSearchParams, loadAuditPage } from './load-audit-page';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditLogPage({ searchParams }: { searchParams: Promise<AuditSearchParams> }) {
  await pagePerson();
  const { query, rows, total, ...rest } = loadAuditPage(openDatabase(), await searchParams);
  const isAsking = Object.values(query).some((value) => value !== '');
  const head = (
    <PageHeader
      title="Audit log"
      sub="Who did what. Each entry carries the hash of the one before"
      actions={
        <a href="/audit/export" download className={buttonStyle({})}>
          <Download />
          <span>
            Export<span className="max-desk:sr-only"> as JSON lines</span>
          </span>
        </a>
      }
    />
  );
  return (
    <PageScaffold head={head} className="gap-4">
      <VerifyChain verify={verifyAuditLog} />
      <AuditSearch query={query} actions={rest.actions} people={rest.people} />
      {rows.length === 0 ? (
        <EmptyState icon={<ScrollText />} title={isAsking ? 'No entry matches' : 'Nothing has been done yet'}>
          {isAsking
            ? 'Try fewer words, or a longer time.'
            : 'Changes of a draft, plans, applies, restarts and mutes are written down here.'}
        </EmptyState>
      ) : (
        <>
          <p role="status" className="text-12 text-fg-3">
            {total === 1 ? '1 entry' : `${total.toLocaleString('en-GB')} entries`}
            {isAsking && ' found'}
          </p>
          <div className="-mx-4 desk:mx-0">
            <AuditTable rows={rows} />
          </div>
          <AuditPages query={query} page={rest.page} pages={rest.pages} />
        </>
      )}
    </PageScaffold>
  );
}

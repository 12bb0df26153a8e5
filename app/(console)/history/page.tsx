import { History } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { HistoryDetail } from '@/components/apply/history-detail';
import { HistoryList } from '@/components/apply/history-list';
import type { HistoryItem } from '@/components/apply/history-words';
import { spanText } from '@/components/apply/span-text';
import { DiffView } from '@/components/diff/diff-view';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { type Database, openDatabase } from '@/lib/state/database';
import type { ApplyRecord } from '@/lib/view/apply';
import { loadApplies, loadApply } from '@/lib/workflow/apply/apply-record';
import { loadParsed } from '@/lib/workflow/workspace';
import { formatDay } from '../../format-time';
import { loadPage, type Page } from '../../load-page';

export const metadata: Metadata = { title: 'History' };

const MOST = 50;

export default async function HistoryPage({ searchParams }: { searchParams: Promise<{ id?: string | string[] }> }) {
  const page = await loadPage();
  const database = openDatabase();
  const { id } = await searchParams;
  const records = loadApplies(database, MOST);
  const asked = typeof id === 'string' && /^[1-9]\d{0,15}$/.test(id) ? loadApply(database, Number(id)) : null;
  const chosen = asked ?? records[0] ?? null;
  const items = itemsOf(records, page);
  const head = <PageHeader line title="History" sub="Every apply, with who and why" />;
  if (!chosen) {
    const action = (
      <ButtonLink variant="primary" href="/responses">
        Go to active responses
      </ButtonLink>
    );
    return (
      <PageScaffold head={head}>
        <EmptyState icon={<History />} title="Nothing applied yet" action={action}>
          Each apply is kept here with who, when, why and what it changed.
        </EmptyState>
      </PageScaffold>
    );
  }
  const item = items.find((one) => one.id === chosen.id) ?? (itemsOf([chosen], page)[0] as HistoryItem);
  const took = chosen.finishedAt === null ? null : spanText(chosen.finishedAt - chosen.startedAt);
  return (
    <PageScaffold bare head={head}>
      <div className="flex min-h-0 flex-1 flex-col desk:grid desk:grid-cols-[340px_minmax(0,1fr)] wide:grid-cols-[380px_minmax(0,1fr)]">
        <div
          className={cx(
            'scroll-thin relative desk:overflow-auto desk:border-line desk:border-r desk:px-3 desk:py-3.5',
            asked && 'max-desk:hidden',
          )}
        >
          <HistoryList items={items} chosen={chosen.id} />
          {records.length === MOST && (
            <p className="px-5 py-3 text-12 text-fg-3">Older applies are kept, but not listed here.</p>
          )}
        </div>
        <div
          className={cx(
            'scroll-thin relative min-w-0 px-4 py-4 desk:overflow-auto desk:px-8 desk:pt-5 desk:pb-8',
            !asked && 'max-desk:hidden',
          )}
        >
          <Link href="/history" className="link mb-3 inline-block desk:hidden">
            All applies
          </Link>
          <HistoryDetail item={item} took={took}>
            <Diff key={chosen.id} apply={chosen} database={database} />
          </HistoryDetail>
        </div>
      </div>
    </PageScaffold>
  );
}

function itemsOf(records: ApplyRecord[], page: Page): HistoryItem[] {
  const running = page.ok && page.state.sync.state === 'in-sync' ? page.workspace.file?.sha256 : undefined;
  const latest = records.find(({ newSha256, outcome }) => newSha256 === running && outcome?.result === 'running')?.id;
  return records.map(({ changes: _, ...record }) => ({
    ...record,
    who: record.person === page.person.id ? page.person.name : record.person,
    when: formatDay(record.startedAt),
    current: record.id === latest,
    reverted: records.some(
      (later) =>
        later.kind === 'revert' &&
        later.id > record.id &&
        later.baseSha256 === record.newSha256 &&
        later.newSha256 === record.baseSha256 &&
        later.outcome?.result !== 'not-written',
    ),
  }));
}

/** What it did to the file, or would have done. */
function Diff({ apply, database }: { apply: ApplyRecord; database: Database }) {
  if (apply.baseSha256 === apply.newSha256) return <p className="text-fg-2">The file was not touched.</p>;
  const before = loadParsed(database, apply.baseSha256);
  const after = loadParsed(database, apply.newSha256);
  if (!before || !after) return <p className="text-fg-2">Riposte did not keep these versions of the file.</p>;
  const isWritten = apply.outcome?.result !== 'not-written';
  return (
    <DiffView
      diff={diffLines(new ShownLines(before.tree), new ShownLines(after.tree))}
      title="ossec.conf"
      leftName="Before"
      rightName={isWritten ? 'After' : 'Not written'}
      keys
      wideView="unified"
      linesHref={`/review/lines?sha256=${apply.baseSha256}`}
      patchHref={`/history/${apply.id}/patch`}
    />
  );
}

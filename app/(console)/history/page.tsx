import { History } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ExportMenu } from '@/components/history/export-menu';
import { RevisionList } from '@/components/history/revision-list';
import { SetAside } from '@/components/history/set-aside';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SearchBox } from '@/components/ui/search-box';
import { loadRevision } from '@/lib/history/revisions';
import { openDatabase } from '@/lib/state/database';
import { listSetAside } from '@/lib/workflow/restore/set-aside';
import { bringDraftBack, forgetDraft } from '../../actions/history';
import { formatDay } from '../../format-time';
import { loadPage } from '../../load-page';
import { ChosenRevision } from './chosen-revision';
import { loadItems, noticeNow } from './load-history';

export const metadata: Metadata = { title: 'History' };

type Asked = { id?: string | string[]; q?: string | string[]; before?: string | string[] };

const numberIn = (text: string | string[] | undefined): number | null =>
  typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

export default async function HistoryPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await loadPage();
  const database = openDatabase();
  const { id, q, before } = await searchParams;
  const search = typeof q === 'string' ? q.slice(0, 200) : '';
  const now = noticeNow(page, database);
  const start = numberIn(before);
  const { items, newest, next } = loadItems(database, { search, before: start ?? undefined }, now);
  const askedId = numberIn(id);
  const asked = askedId === null ? null : loadRevision(database, askedId);
  const chosen = asked ?? newest;
  const mayEdit = page.person.permissions.includes('edit');
  const hasNothing = items.length === 0 && search === '' && !chosen;
  const head = (
    <PageHeader
      line
      title="History"
      sub={<span className="max-desk:hidden">Every version of ossec.conf, with who and why</span>}
      actions={!hasNothing && mayEdit && <ExportMenu />}
    />
  );
  if (hasNothing) return <Nothing head={head} />;
  const aside = mayEdit ? listSetAside(database, page.person.id) : [];
  const query = search === '' ? '' : `q=${encodeURIComponent(search)}&`;
  const place = start === null ? query : `${query}before=${start}&`;
  return (
    <PageScaffold bare head={head}>
      <div className="flex min-h-0 flex-1 flex-col desk:grid desk:grid-cols-[340px_minmax(0,1fr)] wide:grid-cols-[380px_minmax(0,1fr)]">
        <div
          className={cx(
            'scroll-thin relative desk:overflow-auto desk:border-line desk:border-r desk:px-3 desk:pb-3.5',
            asked && 'max-desk:hidden',
          )}
        >
          <search className="block px-4 pt-3.5 pb-2 desk:pr-1 desk:pl-5">
            <form action="/history">
              <SearchBox key={search} label="Search notes, people, rules" name="q" defaultValue={search} />
            </form>
          </search>
          {items.length === 0 && <NotFound search={search} />}
          <RevisionList items={items} chosen={chosen?.id ?? null} hrefStart={`/history?${place}id=`} />
          <p className="flex gap-4 px-4 py-3 empty:hidden desk:px-5">
            {start !== null && (
              <Link href={addressOf(query)} className="link">
                Newest revisions
              </Link>
            )}
            {next !== null && (
              <Link href={`/history?${query}before=${next}`} className="link">
                Older revisions
              </Link>
            )}
          </p>
        </div>
        <div
          className={cx(
            'scroll-thin relative flex min-w-0 flex-col gap-3 px-4 py-4 desk:overflow-auto desk:px-8 desk:pt-5 desk:pb-8',
            !asked && (aside.length === 0 ? 'max-desk:hidden' : 'max-desk:order-first max-desk:pb-0'),
          )}
        >
          {asked && (
            <Link href={addressOf(place)} className="link w-fit desk:hidden">
              All revisions
            </Link>
          )}
          <SetAside
            drafts={aside.map((draft) => ({ ...draft, when: `Set aside ${formatDay(draft.at)}` }))}
            bringBack={bringDraftBack}
            forget={forgetDraft}
          />
          {chosen && (
            <div className={cx(!asked && 'max-desk:hidden')}>
              <ChosenRevision key={chosen.id} page={page} database={database} revision={chosen} now={now} />
            </div>
          )}
        </div>
      </div>
    </PageScaffold>
  );
}

/** `query` ends with "&", so that more can follow. */
const addressOf = (query: string): string => (query === '' ? '/history' : `/history?${query.slice(0, -1)}`);

function Nothing({ head }: { head: React.ReactNode }) {
  const action = (
    <ButtonLink variant="primary" href="/responses">
      Go to active responses
    </ButtonLink>
  );
  return (
    <PageScaffold head={head}>
      <EmptyState icon={<History />} title="No version of ossec.conf yet" action={action}>
        Each version is kept here, with who, when, why and what it changed.
      </EmptyState>
    </PageScaffold>
  );
}

function NotFound({ search }: { search: string }) {
  const action = (
    <Link href="/history" className="link">
      Show all revisions
    </Link>
  );
  return (
    <EmptyState compact icon={<History />} title="Nothing found" action={action}>
      No note, person or sentence has “{search}” in it.
    </EmptyState>
  );
}

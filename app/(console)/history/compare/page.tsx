import { GitCompare } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { DiffView } from '@/components/diff/diff-view';
import { ChangeSentences } from '@/components/history/change-sentences';
import { CompareForm } from '@/components/history/compare-form';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { listRevisions, loadRevision, type Revision, revisionTitle } from '@/lib/history/revisions';
import { openDatabase } from '@/lib/state/database';
import { describeComparison } from '@/lib/workflow/describe-draft';
import { formatDay } from '../../../format-time';
import { loadPage } from '../../../load-page';
import { readVersion } from '../../../read-version';
import { noticeNow } from '../load-history';

export const metadata: Metadata = { title: 'Compare versions' };

/** A select of more would be no choice. */
const MOST_OPTIONS = 200;

type Asked = { from?: string | string[]; to?: string | string[] };

export default async function ComparePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await loadPage();
  const database = openDatabase();
  noticeNow(page, database);
  const asked = await searchParams;
  const [from, to] = [asked.from, asked.to].map((one) => (typeof one === 'string' ? one : 'disk')) as [string, string];
  const workspace = page.ok ? page.workspace : null;
  const [left, right] = [readVersion(database, workspace, from), readVersion(database, workspace, to)];
  const ids = [from, to].filter((one) => one !== 'disk').map(Number);
  const head = <PageHeader line crumbs={[{ href: '/history', label: 'History' }]} title="Compare versions" />;
  return (
    <PageScaffold head={head} className="gap-5">
      <div className="flex flex-col gap-3 pt-4">
        <Link href="/history" className="link w-fit desk:hidden">
          All revisions
        </Link>
        <CompareForm from={from} to={to} options={optionsOf(listed(database, ids))} />
      </div>
      {left && right ? (
        <>
          <section aria-label="In sentences">
            {left.sha256 === right.sha256 ? (
              <p className="text-fg-2">Both are the same version, byte for byte.</p>
            ) : (
              <ChangeSentences sentences={describeComparison(left.config, right.config)} />
            )}
          </section>
          {left.sha256 !== right.sha256 && (
            <DiffView
              key={`${from} ${to}`}
              diff={diffLines(new ShownLines(left.config.tree), new ShownLines(right.config.tree))}
              title="ossec.conf"
              leftName={left.name}
              rightName={right.name}
              keys
              linesHref={`/review/lines?sha256=${left.sha256}`}
              patchHref={page.person.permissions.includes('edit') ? `/history/patch?from=${from}&to=${to}` : undefined}
            />
          )}
        </>
      ) : (
        <EmptyState
          icon={<GitCompare />}
          title="These two cannot be compared"
          action={<ButtonLink href="/history">Go to history</ButtonLink>}
        >
          Riposte has no bytes of {left ? nameOf(to) : nameOf(from)}. Choose another version.
        </EmptyState>
      )}
    </PageScaffold>
  );
}

const nameOf = (one: string): string => (one === 'disk' ? 'the file on disk' : `revision ${one}`);

/** The newest, and those that were asked for. */
function listed(database: ReturnType<typeof openDatabase>, ids: number[]): Revision[] {
  const newest = listRevisions(database, { limit: MOST_OPTIONS });
  const known = new Set(newest.map(({ id }) => id));
  const others = ids.filter((id) => Number.isSafeInteger(id) && !known.has(id));
  return [...newest, ...others.flatMap((id) => loadRevision(database, id) ?? [])];
}

const optionsOf = (revisions: Revision[]) => [
  { value: 'disk', label: 'The file on disk' },
  ...revisions.map((one) => ({
    value: String(one.id),
    label: `${one.id}: ${revisionTitle(one).slice(0, 80)}, ${formatDay(one.at)}`,
  })),
];

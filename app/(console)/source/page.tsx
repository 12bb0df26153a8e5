import { CircleAlert, FileX } from 'lucide-react';
import type { Metadata } from 'next';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { SourceView } from '@/components/source/source-view';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { ShownLines } from '@/lib/diff/shown-lines';
import type { ConfigModel } from '@/lib/ossec/index';
import { loadPage } from '../../load-page';

export const metadata: Metadata = { title: 'ossec.conf' };

/** A longer file is shown in parts. */
const AT_ONCE = 1500;

export default async function SourcePage({ searchParams }: { searchParams: Promise<{ line?: string | string[] }> }) {
  const page = await loadPage();
  const config = page.ok ? page.workspace.config : null;
  if (!page.ok || !config) {
    const failure = page.ok ? page.workspace.failure : page.failure;
    const action = (
      <ButtonLink variant="primary" href="/source">
        Try again
      </ButtonLink>
    );
    return (
      <PageScaffold head={<PageHeader line title="ossec.conf" />}>
        <EmptyState icon={<CircleAlert />} tone="error" title="ossec.conf cannot be read" action={action}>
          {failure?.message} {failure?.hint}
        </EmptyState>
      </PageScaffold>
    );
  }
  const { line: asked } = await searchParams;
  const lines = new ShownLines(config.tree);
  const count = lines.table.count;
  const line = typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Math.min(Number(asked), count) : null;
  const part = Math.floor(((line ?? 1) - 1) / AT_ONCE);
  const first = part * AT_ONCE + 1;
  const last = Math.min(first + AT_ONCE - 1, count);
  const { problem } = config.model;
  const hasDraft = (page.workspace.draft?.changes.length ?? 0) > 0;
  return (
    <PageScaffold
      bare
      className="scroll-thin relative desk:overflow-auto"
      head={
        <PageHeader
          line
          title="ossec.conf"
          sub={
            <>
              {count} {count === 1 ? 'line' : 'lines'}, as on disk. {hasDraft && 'The draft is not in this view. '}
              <span className="max-desk:hidden">Secrets are hidden.</span>
            </>
          }
        />
      }
    >
      {problem && (
        <div className="px-4 pt-3 desk:px-8">
          <Callout tone="red" title={problem.message}>
            {problem.hint}
          </Callout>
        </div>
      )}
      {count === 0 ? (
        <EmptyState icon={<FileX />} title="The file is empty" />
      ) : (
        <SourceView
          lines={lines.slice(first - 1, last)}
          first={first}
          block={line === null ? null : blockAround(config.model, line)}
          pager={count > AT_ONCE && <Pager first={first} last={last} count={count} />}
        />
      )}
    </PageScaffold>
  );
}

/** The command, response or white-list entry on this line, as far as it is on the same part of the file. */
function blockAround({ commands, responses, commented }: ConfigModel, line: number): { from: number; to: number } {
  const block = [...commands, ...responses, ...commented].find((one) => one.line <= line && line <= one.endLine);
  return block ? { from: block.line, to: block.endLine } : { from: line, to: line };
}

function Pager({ first, last, count }: { first: number; last: number; count: number }) {
  return (
    <>
      <span className="text-12 text-fg-3 tabular-nums">
        {first} to {last} of {count}
      </span>
      <ButtonLink size="s" href={`/source?line=${Math.max(1, first - AT_ONCE)}`} disabled={first === 1}>
        Earlier
      </ButtonLink>
      <ButtonLink size="s" href={`/source?line=${last + 1}`} disabled={last === count}>
        Later
      </ButtonLink>
    </>
  );
}

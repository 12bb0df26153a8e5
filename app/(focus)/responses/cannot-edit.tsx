import { FileWarning } from 'lucide-react';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';

type Props = { page: string; title: string; hint: string; line?: number | null };

/** The form has nothing to work on: says why, and where to look. */
export function CannotEdit({ page, title, hint, line }: Props) {
  return (
    <PageScaffold head={<PageHeader title={page} crumbs={[{ href: '/responses', label: 'Active responses' }]} line />}>
      <EmptyState
        icon={<FileWarning />}
        title={title}
        tone="error"
        action={
          line ? (
            <ButtonLink href={`/source?line=${line}`}>Show line {line}</ButtonLink>
          ) : (
            <ButtonLink href="/responses">Back to the responses</ButtonLink>
          )
        }
      >
        {hint}
      </EmptyState>
    </PageScaffold>
  );
}

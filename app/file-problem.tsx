import 'server-only';
import { Unplug } from 'lucide-react';
import { PageScaffold } from '@/components/shell/page-scaffold';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import type { ManagerFailure } from '@/lib/manager/manager';
import type { Workspace } from '@/lib/workflow/workspace';

/** Says why the file can't be read, or only be looked at; nothing when all is well. */
export function FileProblem({ workspace: { failure, config } }: { workspace: Workspace }) {
  if (failure) {
    return (
      <Callout tone="red" title={failure.message} actions={<ButtonLink href="">Try again</ButtonLink>}>
        {failure.hint}
      </Callout>
    );
  }
  const problem = config?.model.problem;
  if (!problem) return null;
  const where = problem.line === null ? '' : `Line ${problem.line}. `;
  return (
    <Callout
      tone="red"
      title={`Read-only: ${problem.message}`}
      actions={
        <ButtonLink href={`/source${problem.line === null ? '' : `?line=${problem.line}`}`}>Show the file</ButtonLink>
      }
    >
      {where}
      {problem.hint} Nothing in the file is changed.
    </Callout>
  );
}

/** No manager at all: the page says so and what to do. */
export function ManagerMissing({ title, failure }: { title: string; failure: ManagerFailure }) {
  return (
    <PageScaffold head={<PageHeader title={title} />}>
      <EmptyState
        icon={<Unplug />}
        tone="error"
        title={failure.message}
        action={<ButtonLink href="">Try again</ButtonLink>}
      >
        {failure.hint}
      </EmptyState>
    </PageScaffold>
  );
}

import { FileCode } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import type { FormView } from './use-form-address';
import { LIST } from './use-response-editor';

type Props = {
  title: string;
  /** Line of the block in the file. */
  line: number | null;
  /** Guided or on one page; null where there is no choice. */
  view: FormView | null;
  onView: (view: string) => void;
  onCancel: () => void;
};

/** The head of the form. A phone has room for the title and the way out. */
export function EditorHead({ title, line, view, onView, onCancel }: Props) {
  return (
    <PageHeader
      line
      crumbs={[{ href: LIST, label: 'Active responses' }]}
      title={title}
      actions={
        <>
          {line !== null && (
            <Link
              href={`/source?line=${line}`}
              className="hidden items-center gap-1.5 font-medium text-fg-2 hover:text-fg desk:inline-flex"
            >
              <FileCode className="icon-14" /> Line {line}
            </Link>
          )}
          {view !== null && (
            <div className="max-desk:hidden">
              <Segmented
                label="View"
                name="view"
                value={view}
                onValueChange={onView}
                options={[
                  { value: 'guided', label: 'Guided' },
                  { value: 'page', label: 'One page' },
                ]}
              />
            </div>
          )}
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        </>
      }
    />
  );
}

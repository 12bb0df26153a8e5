'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { PhraseText } from '@/components/describe/phrase-text';
import { useAction } from '@/components/draft/use-action';
import { ChangeMark } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import type { ActionResult } from '@/lib/view/action-result';

export type ListedChange = {
  id: string;
  mark: '+' | '~' | '-';
  title: string;
  detail: Phrase;
  line: number | null;
  /** Why it does not fit the file any more. */
  conflict: string | null;
  /** Where it says which agents would run the response. */
  agentsHref?: string | null;
};

const marks = {
  '+': ['added', 'Added'],
  '~': ['changed', 'Changed'],
  '-': ['removed', 'Removed'],
} as const;

type Taken = { previous: unknown; revision: string; draft?: unknown };

type Props = {
  changes: ListedChange[];
  takeBack?: (input: { ids: string[] }) => Promise<ActionResult<Taken>>;
  restore: (input: { changes: unknown; revision?: string; draft?: unknown }) => Promise<ActionResult>;
};

/** Every change of the draft in words, each with a way to take it back on its own. */
export function ChangeList({ changes, takeBack, restore }: Props) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="what-changes">
      <h2 id="what-changes" className="mb-2 flex min-h-8 items-center text-14 font-semibold tracking-h3">
        What changes
      </h2>
      <ol className="divide-y divide-line rounded-panel border border-line">
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} takeBack={takeBack} restore={restore} />
        ))}
      </ol>
    </section>
  );
}

function ChangeItem({ change, takeBack, restore }: { change: ListedChange } & Omit<Props, 'changes'>) {
  const { busy, run } = useAction();
  const toast = useToast();
  const { id, mark, title, detail, line, conflict, agentsHref } = change;
  const [glyph, word] = marks[mark];
  const undoable = ({ previous, revision, draft }: Taken) => {
    const undo = () => run(() => restore({ changes: previous, revision, draft }));
    toast({ message: 'Change taken back', action: { label: 'Undo', run: undo } });
  };
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-[11px]">
      <span className="mt-px">
        <ChangeMark change={glyph} label={word} />
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold wrap-anywhere">{title}</p>
        {detail.length > 0 && (
          <p className="text-fg-2 wrap-anywhere">
            <PhraseText phrase={detail} />
          </p>
        )}
        {conflict && (
          <p className="mt-1 flex items-start gap-1.5 text-amber-fg">
            <TriangleAlert className="icon-14 mt-[3px]" />
            <span>In conflict with the file as it is now. Not part of the diff below.</span>
          </p>
        )}
      </div>
      <div className="ml-auto flex items-center gap-1">
        {agentsHref && (
          <Link
            href={agentsHref}
            prefetch={false}
            aria-label={`Agents that would run it: ${title}`}
            className="link px-1 text-12"
          >
            Agents
          </Link>
        )}
        {line !== null && (
          <Link href={`/source?line=${line}`} className="link px-1 text-12">
            Line {line}
          </Link>
        )}
        {takeBack && (
          <Button
            size="s"
            variant="ghost"
            busy={busy}
            aria-label={`Take back: ${title}`}
            onClick={() => run(() => takeBack({ ids: [id] }), undoable)}
          >
            Take back
          </Button>
        )}
      </div>
    </li>
  );
}

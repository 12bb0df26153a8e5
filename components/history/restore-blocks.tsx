'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { DiffView } from '@/components/diff/diff-view';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { FileDiff } from '@/lib/diff/diff-lines';
import type { Change } from '@/lib/ossec/edit/change';
import type { ActionResult } from '@/lib/view/action-result';
import type { ChangeWords } from '@/lib/view/apply';
import { HistoryMark } from './change-sentences';

export type BlockItem = {
  change: Change;
  /** What restoring it does. */
  words: ChangeWords;
  /** The lines that it changes, if they were looked up. */
  diff: FileDiff | null;
  /** Why the block can't come back alone; null when it can. */
  why: string | null;
};

export type BlockActions = {
  restoreBlock: (input: {
    id: number;
    change: unknown;
  }) => Promise<ActionResult<{ previous: Change[]; revision: string; draft?: unknown }>>;
  undoBlock: (input: { changes: unknown; revision?: string; draft?: unknown }) => Promise<ActionResult>;
};

/** More than these are shown when asked for. */
const AT_FIRST = 8;

type Props = {
  id: number;
  items: BlockItem[];
  /** What they differ from: "On disk". */
  from: string;
  actions: BlockActions | null;
};

/** The blocks in which the file is different now, each with a way back for it alone. */
export function RestoreBlocks({ id, items, from, actions }: Props) {
  const { busy, run } = useAction();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || items.length <= AT_FIRST + 2 ? items : items.slice(0, AT_FIRST);
  const toast = useToast();
  function restore({ change, words }: BlockItem, { restoreBlock, undoBlock }: BlockActions) {
    run(
      () => restoreBlock({ id, change }),
      ({ previous, revision, draft }) => {
        const undo = () => run(() => undoBlock({ changes: previous, revision, draft }));
        toast({ message: `In your draft: ${words.title}`, action: { label: 'Undo', run: undo } });
      },
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line">
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is as the server found it.
        <li key={index} className="px-4 py-2.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
              <HistoryMark mark={item.words.mark} />
              <span className="min-w-0 wrap-anywhere">
                <b className="font-semibold">{item.words.title}</b>{' '}
                <span className="text-fg-2">{item.words.detail}</span>
                {item.why && <span className="block text-12 text-fg-3">{item.why}</span>}
              </span>
            </span>
            {actions && !item.why && (
              <Button
                size="s"
                icon={<RotateCcw className="icon-14" />}
                busy={busy}
                aria-label={`Restore this block: ${item.words.title}`}
                onClick={() => restore(item, actions)}
              >
                Restore this block
              </Button>
            )}
          </div>
          {item.diff && (
            <details className="mt-1.5 pl-7">
              <summary className="w-fit cursor-pointer text-12 text-fg-2 hover:text-fg">Show the lines</summary>
              <div className="mt-2">
                <DiffView
                  diff={item.diff}
                  title="Lines of this block"
                  leftName={from}
                  rightName={`Revision ${id}`}
                  wideView="unified"
                />
              </div>
            </details>
          )}
        </li>
      ))}
      {shown.length < items.length && (
        <li className="p-2 text-center">
          <Button size="s" variant="ghost" onClick={() => setWhole(true)}>
            Show {items.length - shown.length} more
          </Button>
        </li>
      )}
    </ul>
  );
}

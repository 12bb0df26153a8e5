'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { PhraseText } from '@/components/describe/phrase-text';
import { CodeLine } from '@/components/diff/code-line';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import type { ConflictLine, ConflictSide, ConflictView } from '@/lib/view/conflict';

type Settled = { revision: string; draft?: unknown; formKey: string | null };

export type SettleActions = {
  settle: (input: { id: string; choice: 'theirs' | 'mine' }) => Promise<ActionResult<Settled>>;
  restore: (input: { changes: unknown; revision?: string; draft?: unknown }) => Promise<ActionResult>;
};

type Props = { conflicts: ConflictView[]; actions?: SettleActions };

/** Each block that both sides changed, three times, and the choice between them. */
export function ConflictList({ conflicts, actions }: Props) {
  const id = useId();
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 flex min-h-8 items-center text-14 font-semibold tracking-h3">
        {conflicts.length === 1 ? '1 conflict to settle' : `${conflicts.length} conflicts to settle`}
      </h2>
      <ol className="flex flex-col gap-3">
        {conflicts.map((conflict) => (
          <ConflictItem key={conflict.id} conflict={conflict} actions={actions} count={conflicts.length} />
        ))}
      </ol>
    </section>
  );
}

function ConflictItem({
  conflict,
  actions,
  count,
}: { conflict: ConflictView; count: number } & Pick<Props, 'actions'>) {
  const { title, was, theirs, yours, why } = conflict;
  const id = useId();
  return (
    <li className="rounded-panel border border-amber-line">
      <section aria-labelledby={id}>
        <header className="border-line border-b px-4 py-2.5">
          <h3 id={id} className="font-semibold wrap-anywhere">
            {title}
          </h3>
          <p className="text-12 text-fg-2">{why}</p>
        </header>
        <div className="grid divide-line max-mid:divide-y mid:grid-cols-3 mid:divide-x">
          <Side name="When you began" side={was} none="Not in the file." />
          <Side name="Theirs, on disk now" side={theirs} none="Not in the file." tone="add" />
          <Side name="Yours" side={yours} none="Not in the file." tone="add" isYours />
        </div>
        {actions && <Choices conflict={conflict} actions={actions} count={count} />}
      </section>
    </li>
  );
}

type SideProps = { name: string; side: ConflictSide; none: string; tone?: 'add'; isYours?: boolean };

function Side({ name, side: { lines, words }, none, tone, isYours }: SideProps) {
  return (
    <div className="min-w-0 px-4 py-3">
      <h4 className={cx('text-12 font-semibold', isYours ? 'text-violet-fg' : 'text-fg-2')}>{name}</h4>
      {words.map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences that are never reordered.
        <p key={index} className="mt-1 text-12 text-fg-2 wrap-anywhere">
          <PhraseText phrase={phrase} />
        </p>
      ))}
      {lines ? (
        <BlockText lines={lines} label={name} tone={tone} />
      ) : (
        <p className="mt-1.5 text-12 text-fg-3">{none}</p>
      )}
    </div>
  );
}

/** Everything of one block, the lines that differ on a ground of their own. */
function BlockText({ lines, label, tone }: { lines: ConflictLine[]; label: string; tone?: 'add' }) {
  const kind = tone ?? 'del';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region of preformatted text has no element of its own.
    <pre
      role="region"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
      tabIndex={0}
      aria-label={`The block: ${label}`}
      className="scroll-thin mt-2 overflow-auto rounded-control border border-line bg-surface-2 py-1.5 text-code [tab-size:4]"
    >
      {lines.map(({ text, comment, marks, isChanged, line }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines in the order of the file, never reordered.
          key={index}
          className={cx('block min-w-fit px-2.5', isChanged && (kind === 'add' ? 'bg-green-bg' : 'bg-red-bg'))}
        >
          {line !== null && (
            <span aria-hidden="true" className="mr-2 inline-block w-7 select-none text-right text-11 text-fg-3">
              {line}
            </span>
          )}
          {isChanged && <span className="sr-only">differs: </span>}
          <CodeLine text={text} comment={comment} marks={marks} tone={kind} />
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function Choices({ conflict, actions, count }: { conflict: ConflictView; actions: SettleActions; count: number }) {
  const { id, title, mine, isEditable } = conflict;
  const { busy, run } = useAction();
  const toast = useToast();
  const router = useRouter();
  const hint = useId();
  const canEditLater = mine !== null && conflict.yours.lines !== null;
  const settle = (choice: 'theirs' | 'mine', thenEdit = false) =>
    run(
      () => actions.settle({ id, choice }),
      ({ revision, draft, formKey }) => {
        const undo = () => run(() => actions.restore({ changes: [], revision, draft }));
        const message =
          choice === 'mine' ? 'Your change is made anew on their version' : 'Theirs is kept, your change is dropped';
        toast({ message, action: { label: 'Undo', run: undo } });
        if (thenEdit && formKey) router.push(`/responses/${encodeURIComponent(formKey)}`);
      },
    );
  return (
    <footer className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-3">
      <Button busy={busy} aria-label={`Keep theirs: ${title}`} onClick={() => settle('theirs')}>
        Keep theirs
      </Button>
      {mine !== null && (
        <Button busy={busy} aria-label={`Use mine: ${title}`} aria-describedby={hint} onClick={() => settle('mine')}>
          Use mine
        </Button>
      )}
      {isEditable && (
        <Button
          busy={busy}
          variant="ghost"
          aria-label={`Use mine and edit: ${title}`}
          onClick={() => settle('mine', true)}
        >
          Use mine and edit
        </Button>
      )}
      <p id={hint} className="min-w-0 flex-1 basis-60 text-12 text-fg-2">
        {mine === null
          ? 'Yours cannot be made anew for this file.'
          : `Use mine: ${mine.charAt(0).toLowerCase()}${mine.slice(1)}`}
        {count > 1 && canEditLater && ' You can edit it once all conflicts are settled.'}
      </p>
    </footer>
  );
}

'use client';

import { Download } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import { isKeyTaken } from '@/components/shell/shortcut-keys';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Segmented } from '@/components/ui/segmented';
import type { FileDiff } from '@/lib/diff/diff-lines';
import { ChangeSteps } from './change-steps';
import { CopyPatch } from './copy-patch';
import { DiffCount } from './diff-count';
import { firstParts, openFold } from './diff-parts';
import { SideBySide, type TableProps, Unified } from './diff-tables';
import { FoldButton } from './fold-button';

type View = 'side' | 'unified';

type Props = {
  diff: FileDiff;
  /** "ossec.conf" */
  title: string;
  leftName: string;
  rightName: string;
  /** The right side is the draft. */
  isDraft?: boolean;
  /** Answers with lines of the left file: `&from=1&to=20` is added. Without it folds stay shut. */
  linesHref?: string;
  patchHref?: string | undefined;
  /** Listens to ] and [ on the whole page: for one diff a page. */
  keys?: boolean;
  /** At widths that have room for both. */
  wideView?: View;
};

const WIDE = '(min-width: 1100px)';
/** More rows than this are shown when asked for. */
const ROWS_AT_FIRST = 2000;

function useIsWide(): boolean | null {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(WIDE).matches,
    () => null,
  );
}

/** The diff of one file: side by side where there is room, else unified; changes to step through, folds to open. */
export function DiffView(props: Props) {
  const { diff, title, leftName, rightName, isDraft, linesHref, patchHref, keys, wideView = 'side' } = props;
  const id = useId();
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<View | null>(null);
  const [parts, setParts] = useState(diff.parts);
  const [known, setKnown] = useState(diff);
  const [isWhole, setWhole] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const box = useRef<HTMLElement>(null);
  if (known !== diff) {
    setKnown(diff);
    setParts(diff.parts);
    setCurrent(null);
  }
  const { shown, hidden } = isWhole ? { shown: parts, hidden: 0 } : firstParts(parts, ROWS_AT_FIRST);
  const mustJump = useRef(false);
  function jumpTo(change: number) {
    const row = box.current?.querySelector<HTMLElement>(`[data-change="${change}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }
  useEffect(() => {
    if (!mustJump.current || current === null) return;
    mustJump.current = false;
    jumpTo(current);
  });

  function go(step: 1 | -1) {
    const last = diff.changes - 1;
    if (last < 0) return;
    const next = current === null ? (step === 1 ? 0 : last) : (current + step + diff.changes) % diff.changes;
    if (next === current) return jumpTo(next);
    mustJump.current = true;
    if (hidden > 0) setWhole(true);
    setCurrent(next);
  }
  const pressAnywhere = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const step = event.key === ']' ? 1 : event.key === '[' ? -1 : null;
    if (step === null || isKeyTaken(event)) return;
    event.preventDefault();
    go(step);
  });
  useEffect(() => {
    if (!keys) return;
    const press = (event: globalThis.KeyboardEvent) => pressAnywhere(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
  function pressInside(event: KeyboardEvent) {
    const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
    if (step === null || isKeyTaken(event.nativeEvent)) return;
    event.preventDefault();
    go(step);
  }

  const table: TableProps = {
    parts: shown,
    caption: `Changes to ${title}: ${leftName} and ${rightName}`,
    leftName,
    rightName: isDraft ? <span className="text-violet-fg">{rightName}</span> : rightName,
    current,
    fold: (fold, isFirst) => (
      <FoldButton
        fold={fold}
        isFirst={isFirst}
        linesHref={linesHref}
        onOpen={(from, lines) => setParts((all) => openFold(all, fold, from, lines))}
      />
    ),
  };
  return (
    <section ref={box} aria-labelledby={id} onKeyDown={pressInside} className="relative">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <h2 id={id} className="text-14 font-semibold tracking-h3">
          {title}
        </h2>
        <DiffCount count={diff.added} sign="+" className="text-green-fg" word="added" />
        <DiffCount count={diff.removed} sign="−" className="text-red-fg" word="removed" />
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
          {diff.changes > 0 && <ChangeSteps current={current} total={diff.changes} go={go} />}
          {patchHref && diff.changes > 0 && (
            <>
              <CopyPatch href={patchHref} />
              <a href={patchHref} download className={buttonStyle({ size: 's', variant: 'ghost' })}>
                <Download className="icon-14" />
                Patch
              </a>
            </>
          )}
          <Segmented
            label="Diff view"
            name={`${id}-view`}
            className="max-desk:hidden"
            value={chosen ?? (isWide === false ? 'unified' : wideView)}
            onValueChange={(value) => setChosen(value as View)}
            options={[
              { value: 'side', label: 'Side by side' },
              { value: 'unified', label: 'Unified' },
            ]}
          />
        </div>
      </div>
      <div className="overflow-clip rounded-panel border border-line bg-surface">
        {diff.changes === 0 ? (
          <p className="px-4 py-3 text-fg-2">Both are the same, byte for byte.</p>
        ) : (
          <Tables view={chosen} isWide={isWide} wideView={wideView} table={table} />
        )}
        {diff.isCut && hidden === 0 && (
          <p className="border-line border-t bg-surface-2 px-3 py-1.5 text-12 text-fg-3">
            Too long to show whole. The patch has all of it.
          </p>
        )}
        {hidden > 0 && (
          <div className="border-line border-t bg-surface-2 p-2 text-center">
            <Button size="s" onClick={() => setWhole(true)}>
              Show {hidden} more {hidden === 1 ? 'line' : 'lines'}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Until the browser has said how wide it is, the style sheet chooses between both. */
function Tables({
  view,
  isWide,
  wideView,
  table,
}: {
  view: View | null;
  isWide: boolean | null;
  wideView: View;
  table: TableProps;
}) {
  const shown = view ?? (isWide === null ? null : isWide ? wideView : 'unified');
  if (shown === 'side') return <SideBySide {...table} />;
  if (shown === 'unified' || wideView === 'unified') return <Unified {...table} />;
  return (
    <>
      <SideBySide {...table} className="max-[1099px]:hidden" />
      <Unified {...table} className="min-[1100px]:hidden" />
    </>
  );
}

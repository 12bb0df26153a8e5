'use client';

import { ChevronRight } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { type DotState, StatusDot } from '@/components/ui/status-dot';
import type { VersionRow } from '@/lib/view/shell-state';
import { VersionRows } from './version-rows';

export type ShellManager = {
  name: string;
  line: string;
  state: Exclude<DotState, 'off'>;
  /** Saved, loaded, running; none without a manager. */
  versions: VersionRow[];
  /** What to do about it: buttons and links. */
  actions?: ReactNode;
};

const card =
  'grid grid-cols-[16px_1fr_auto] items-center gap-x-[9px] rounded-panel border border-line bg-surface px-2.5 py-[9px] text-left text-fg';

function Face({ manager, opens }: { manager: ShellManager; opens?: boolean }) {
  return (
    <>
      <StatusDot state={manager.state} className="justify-self-center" />
      <b className="truncate font-strong railed:sr-only">{manager.name}</b>
      {opens ? <ChevronRight className="icon-14 text-fg-3 railed:hidden" /> : <span />}
      <small className="col-start-2 col-end-4 text-12 text-fg-2 railed:sr-only">{manager.line}</small>
    </>
  );
}

/** Always on screen: which manager this is and whether it is well. Opens to what is saved, loaded and running. */
export function ManagerCard({ manager }: { manager: ShellManager }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  /** Under the card, which is as high as its words are long. */
  const place = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    panel.current?.style.setProperty('top', `${currentTarget.getBoundingClientRect().bottom + 6}px`);
  };
  const closeAtLink = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a')) panel.current?.hidePopover();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        onClick={place}
        title={`${manager.name}: ${manager.line}`}
        className={cx(
          card,
          'hover:border-line-strong railed:size-9 railed:grid-cols-1 railed:place-items-center railed:p-0',
        )}
      >
        <Face manager={manager} opens />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link in it is what is pressed. */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Saved, loaded, running"
        onClick={closeAtLink}
        className="fixed top-26 right-auto bottom-auto left-3 m-0 w-88 animate-appear rounded-panel border border-line bg-overlay px-4 py-3 text-fg shadow-2"
      >
        <p className="flex items-center gap-2 pb-1 font-semibold">
          <StatusDot state={manager.state} />
          {manager.name}
        </p>
        <p className="pb-1 text-12 text-fg-2">{manager.line}</p>
        <VersionRows rows={manager.versions} />
        {manager.actions && (
          <div className="flex flex-wrap items-center gap-2 border-line border-t pt-3">{manager.actions}</div>
        )}
      </div>
    </>
  );
}

/** The same without a click, for the menu of a phone. */
export function OpenManagerCard({ manager }: { manager: ShellManager }) {
  return (
    <div className="rounded-panel border border-line bg-surface">
      <div className={cx(card, 'border-0')}>
        <Face manager={manager} />
      </div>
      {manager.versions.length > 0 && (
        <div className="border-line border-t px-3 pb-1">
          <VersionRows rows={manager.versions} />
        </div>
      )}
      {manager.actions && <div className="flex flex-wrap items-center gap-2 px-3 pb-3">{manager.actions}</div>}
    </div>
  );
}

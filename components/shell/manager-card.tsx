import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { type DotState, StatusDot } from '@/components/ui/status-dot';

export type ShellManager = { name: string; line: string; state: Exclude<DotState, 'off'> };

/** Always on screen: which manager this is and whether it is well. A dot alone in the rail. */
export function ManagerCard({ manager }: { manager: ShellManager }) {
  return (
    <Link
      href="/"
      title={`${manager.name}: ${manager.line}`}
      className="grid grid-cols-[16px_1fr_auto] items-center gap-x-[9px] rounded-panel border border-line bg-surface px-2.5 py-[9px] text-fg no-underline hover:border-line-strong railed:size-9 railed:grid-cols-1 railed:place-items-center railed:p-0"
    >
      <StatusDot state={manager.state} className="justify-self-center" />
      <b className="truncate font-strong railed:sr-only">{manager.name}</b>
      <ChevronRight className="icon-14 text-fg-3 railed:hidden" />
      <small className="col-start-2 col-end-4 text-12 text-fg-2 railed:sr-only">{manager.line}</small>
    </Link>
  );
}

import { cx } from '@/components/ui/cx';
import type { FleetState } from '@/lib/endpoints/fleet-of-response';
import type { AgentSystem } from '@/lib/manager/manager';

const SHAPES: Record<AgentSystem, string> = {
  linux: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  windows: 'M1.75 1.75h8.5v8.5h-8.5z',
  macos: 'M6 1.5L11 10.25H1z',
  unix: 'M6 1L11 6L6 11L1 6z',
  unknown: 'M3.5 1.5h5L11 6l-2.5 4.5h-5L1 6z',
};

const looks: Record<FleetState, string> = {
  runs: 'fill-plot-1 stroke-plot-1',
  cannot: 'fill-transparent stroke-fg-3',
  unknown: 'fill-transparent stroke-fg-3 [stroke-dasharray:2_1.6]',
};

/** A host: its system as a shape, filled where it would run. Words beside it say the same. */
export function HostShape({ system, state, title }: { system: AgentSystem; state: FleetState; title?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0 forced-color-adjust-none">
      {title && <title>{title}</title>}
      <path d={SHAPES[system]} strokeWidth={1.3} className={cx(looks[state])} />
    </svg>
  );
}

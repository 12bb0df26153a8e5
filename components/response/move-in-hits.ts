import type { KeyboardEvent } from 'react';

/** The search field, the rules it found and what stands behind them: the arrows walk them. */
const STOPS = 'input[type=search], input[type=checkbox], button';

/** Arrows go from the field into what it found and back; Enter ticks the rule it stands on. */
export function moveInHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { target, currentTarget, key } = event;
  if (key === 'Enter' && target instanceof HTMLInputElement && target.type === 'checkbox') {
    event.preventDefault();
    target.click();
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [...currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => !stop.matches(':disabled'));
  const at = stops.indexOf(target as HTMLElement);
  stops[at + (key === 'ArrowDown' ? 1 : -1)]?.focus();
}

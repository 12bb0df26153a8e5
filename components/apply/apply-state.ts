/* What the page of an apply knows, and how each event of its stream changes that. Pure. */
import type { ApplySnapshot, LogLine } from '@/lib/view/apply';

/** live: events come. lost: they stopped, it tries again. over: the apply has ended, nothing more will come. */
export type Link = 'live' | 'lost' | 'over';

export type ApplyState = Omit<ApplySnapshot, 'now'> & {
  link: Link;
  /** The server's clock minus the browser's. */
  skewMs: number;
};

export type ApplyEvent =
  | { type: 'state'; state: Pick<ApplySnapshot, 'apply' | 'steps' | 'usualMs' | 'remainingMs' | 'now'>; at: number }
  | { type: 'log'; lines: LogLine[] }
  | { type: 'opened' }
  | { type: 'lost' }
  | { type: 'ended' };

export function initialState({ now, ...rest }: ApplySnapshot, at: number): ApplyState {
  return { ...rest, link: rest.apply.state === 'finished' ? 'over' : 'live', skewMs: now - at };
}

export function nextState(state: ApplyState, event: ApplyEvent): ApplyState {
  switch (event.type) {
    case 'state': {
      const { now, ...rest } = event.state;
      return { ...state, ...rest, link: state.link === 'over' ? 'over' : 'live', skewMs: now - event.at };
    }
    case 'log': {
      // A stream that was resumed may repeat what is known.
      const last = state.log.at(-1)?.seq ?? 0;
      const added = event.lines.filter(({ seq }) => seq > last);
      return added.length === 0 ? state : { ...state, log: [...state.log, ...added] };
    }
    case 'opened':
      return state.link === 'lost' ? { ...state, link: 'live' } : state;
    case 'lost':
      return state.link === 'live' ? { ...state, link: 'lost' } : state;
    case 'ended':
      return { ...state, link: 'over' };
  }
}

/** Where a stream goes on after what is known. */
export const lastSeq = ({ log }: Pick<ApplyState, 'log'>): number => log.at(-1)?.seq ?? 0;

'use client';

import { useEffect, useEffectEvent, useReducer } from 'react';
import type { ApplySnapshot, LogLine } from '@/lib/view/apply';
import { type ApplyState, initialState, lastSeq, nextState } from './apply-state';

const RETRY_MS = 1500;

/** Follows an apply: from what the server rendered to its end, through lost connections. */
export function useApplyStream(snapshot: ApplySnapshot, onEnd: () => void): ApplyState {
  const [state, send] = useReducer(nextState, null, () => initialState(snapshot, snapshot.now));
  const { id } = snapshot.apply;
  const isOver = state.link === 'over';
  const ended = useEffectEvent(onEnd);
  const seq = useEffectEvent(() => lastSeq(state));
  useEffect(() => {
    if (isOver) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const stream = new EventSource(`/apply/${id}/events?after=${seq()}`);
      source = stream;
      stream.onopen = () => send({ type: 'opened' });
      stream.onerror = () => {
        send({ type: 'lost' });
        // Opened anew by hand: the browser would give up for good after an answer such as 503.
        stream.close();
        timer = setTimeout(open, RETRY_MS);
      };
      stream.addEventListener('state', ({ data }) => send({ type: 'state', state: JSON.parse(data), at: Date.now() }));
      stream.addEventListener('log', ({ data }) => send({ type: 'log', lines: JSON.parse(data) as LogLine[] }));
      stream.addEventListener('ended', () => {
        stream.close();
        send({ type: 'ended' });
        ended();
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [id, isOver]);
  return state;
}

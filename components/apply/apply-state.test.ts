import { expect, test } from 'vitest';
import { type ApplyEvent, initialState, lastSeq, nextState } from './apply-state';
import { madeOutcome, madeSnapshot, managerLine } from './made-snapshot';

const snapshot = madeSnapshot({}, { log: [managerLine(1, 'a'), managerLine(2, 'b')] });
const after = (...events: ApplyEvent[]) => events.reduce(nextState, initialState(snapshot, snapshot.now));

test('a running apply begins live, a finished one is over', () => {
  expect(after().link).toBe('live');
  expect(initialState(madeSnapshot({ outcome: madeOutcome({}) }), 0).link).toBe('over');
});

test('log lines that a resumed stream repeats are not shown twice', () => {
  const state = after({ type: 'log', lines: [managerLine(2, 'b'), managerLine(3, 'c')] });
  expect(state.log.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(lastSeq(state)).toBe(3);
});

test('nothing new leaves the state as it is', () => {
  const state = after();
  expect(nextState(state, { type: 'log', lines: [managerLine(1, 'a')] })).toBe(state);
});

test('a lost stream is live again with the first event', () => {
  expect(after({ type: 'lost' }).link).toBe('lost');
  expect(after({ type: 'lost' }, { type: 'opened' }).link).toBe('live');
  expect(after({ type: 'lost' }, { type: 'state', state: snapshot, at: 0 }).link).toBe('live');
});

test('after the end nothing counts as lost', () => {
  expect(after({ type: 'ended' }, { type: 'lost' }).link).toBe('over');
});

test('the clock is the one of the server', () => {
  expect(after({ type: 'state', state: { ...snapshot, now: 5000 }, at: 2000 }).skewMs).toBe(3000);
});

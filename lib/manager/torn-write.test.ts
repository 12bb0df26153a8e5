import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTornWrite } from './torn-write.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
/** Few letters, so that files often share bytes at the same places. */
const content = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }).map(bytes);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

/** Every state of the file on the way from `now` to `then`, as write-in-place goes it. */
function statesOf(now: Uint8Array, then: Uint8Array): Uint8Array[] {
  const states: Uint8Array[] = [];
  for (let done = 0; done <= then.length; done += 1) states.push(join(then.subarray(0, done), now.subarray(done)));
  return [...states, then];
}

test('every state that a killed write leaves is torn, but for the first and the last', () => {
  fc.assert(
    fc.property(content, content, (from, to) => {
      for (const state of statesOf(from, to))
        expect(isTornWrite(state, from, to)).toBe(!same(state, from) && !same(state, to));
    }),
  );
});

test('so is every state of putting the old bytes back after a write that failed anywhere', () => {
  fc.assert(
    fc.property(content, content, (from, to) => {
      for (const failed of statesOf(from, to))
        for (const state of statesOf(failed, from))
          expect(isTornWrite(state, from, to)).toBe(!same(state, from) && !same(state, to));
    }),
  );
});

test('what is called torn can be told from its two origins, byte for byte', () => {
  fc.assert(
    fc.property(content, content, content, (file, from, to) => {
      if (!isTornWrite(file, from, to)) return;
      expect(file.every((byte, at) => byte === from[at] || byte === to[at])).toBe(true);
      expect(file.length).toBeGreaterThanOrEqual(Math.min(from.length, to.length));
      expect(file.length).toBeLessThanOrEqual(Math.max(from.length, to.length));
    }),
  );
});

test.each([
  ['the old file', 'old old old'],
  ['the new file', 'new new new'],
  ['an edit by somebody else', 'old OLD old'],
  ['the old file, cut', 'old old'],
  ['an empty file', ''],
  ['new bytes behind old ones', 'old new old new'],
])('%s is not torn', (_, file) => {
  expect(isTornWrite(bytes(file), bytes('old old old'), bytes('new new new'))).toBe(false);
});

test.each([
  ['new bytes, then old ones', 'new old old'],
  ['old bytes put back, then new ones, then old ones', 'old new old'],
])('%s are torn', (_, file) => {
  expect(isTornWrite(bytes(file), bytes('old old old'), bytes('new new new'))).toBe(true);
});

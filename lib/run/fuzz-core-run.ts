// Owns one stretch of fuzzing: files by number, the laws on each, the time each takes, and on a failure the smallest text
// that still fails the same way.
import { createRandom } from '../sandbox/seeded-random.ts';
import { BrokenLaw, checkLaws, type Reached } from './fuzz-core-laws.ts';
import { mutate } from './fuzz-core-mutate.ts';

/** Far beyond what any file of this size may take, on a busy machine too. */
const MOST_MS = 10_000;
const MOST_SHRINKING_MS = 20_000;

export type Failure = { file: number; law: string; text: string };

const randomOf = (seed: number, file: number) => createRandom(Math.imul(seed, 0x9e3779b1) ^ file);

/** What is wrong with the text; null when every law holds. */
function lawBrokenBy(text: string, seed: number, file: number, reached: Reached): string | null {
  const start = performance.now();
  try {
    checkLaws(text, randomOf(seed, -file - 1), reached);
  } catch (thrown) {
    if (thrown instanceof BrokenLaw) return thrown.message;
    return thrown instanceof Error ? `it threw: ${thrown.stack ?? thrown.message}` : String(thrown);
  }
  const took = performance.now() - start;
  return took > MOST_MS ? `it took ${Math.round(took)} ms` : null;
}

/** The law broken by file number `file`, with the smallest text found; null when all hold. */
export function fuzzFile(bases: readonly string[], seed: number, file: number, reached: Reached): Failure | null {
  const text = mutate(bases, randomOf(seed, file));
  const law = lawBrokenBy(text, seed, file, reached);
  if (law === null) return null;
  const kind = law.slice(0, 40);
  const fails = (shorter: string) => lawBrokenBy(shorter, seed, file, { ...reached })?.slice(0, 40) === kind;
  return { file, law, text: shrink(text, fails) };
}

/** Takes out ever smaller pieces as long as it still fails. */
function shrink(text: string, fails: (text: string) => boolean): string {
  const end = performance.now() + MOST_SHRINKING_MS;
  let now = text;
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length && performance.now() < end; ) {
      const shorter = now.slice(0, at) + now.slice(at + size);
      if (fails(shorter)) now = shorter;
      else at += size;
    }
  }
  return now;
}

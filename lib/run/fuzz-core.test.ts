/* The small version of `npm run fuzz:core`: the same laws over the files that are always there. */
import { describe, expect, it } from 'vitest';
import { encodeText } from '../ossec/byte-text.ts';
import { samples } from '../ossec/fixtures/sample-configs.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { createRandom } from '../sandbox/seeded-random.ts';
import type { Reached } from './fuzz-core-laws.ts';
import { mutate } from './fuzz-core-mutate.ts';
import { fuzzFile } from './fuzz-core-run.ts';

const FILES = 3_000;
const SEED = 41_400;
const bases = [...Object.values(samples), defaultConfig].map(encodeText);

describe('the core against broken files', () => {
  it('makes the same file of the same seed', () => {
    const once = () => Array.from({ length: 20 }, (_, n) => mutate(bases, createRandom(n)));
    expect(once()).toEqual(once());
    expect(new Set(once()).size).toBeGreaterThan(15);
  });

  it(`holds every law over ${FILES} files, and reaches plans as well as refusals`, () => {
    const reached: Reached = { accepted: 0, planned: 0, refused: 0, findings: 0 };
    for (let file = 0; file < FILES; file++) expect(fuzzFile(bases, SEED, file, reached)).toBeNull();
    expect(reached.accepted).toBeGreaterThan(FILES / 10);
    expect(reached.planned).toBeGreaterThan(FILES / 20);
    expect(reached.refused).toBeGreaterThan(FILES / 20);
  });
});
